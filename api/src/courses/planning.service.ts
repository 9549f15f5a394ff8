import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { CurriculaService, type Outline } from '../curricula/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { agendaOf } from './agenda.rules.js';
import { type TimeSpan, clashes, newClashes } from './clashes.rules.js';
import { codePrefix, nextCode } from './cohort-code.rules.js';
import type { PlanDraft, PlanInput } from './cohorts.contract.js';
import { CohortsStore } from './cohorts.store.js';
import { refuseCourse } from './courses.failures.js';
import type { TimetableSessionRow } from './courses.rows.js';
import { CoursesStore } from './courses.store.js';
import { planAdvice } from './plan-advice.rules.js';
import { type TeamMember, teamFault } from './team.rules.js';
import type { PlanPreview } from './timetable.contract.js';
import { type Slot, taughtMinutes, timetable } from './timetable.rules.js';
import { TimetableStore } from './timetable.store.js';
import { proposedVariant } from './variant-proposal.rules.js';
import { VariantsStore } from './variants.store.js';

export interface Override {
  readonly reason: string;
}

/** Planning a cohort: the timetable from the version's agenda, clashes of its team, and the cohort itself. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly queries: Queries,
    private readonly cohorts: CohortsStore,
    private readonly courses: CoursesStore,
    private readonly timetables: TimetableStore,
    private readonly variants: VariantsStore,
    private readonly curricula: CurriculaService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** How a plan looks so far. Writes nothing; another planner may still be quicker. */
  async preview(draft: PlanDraft): Promise<PlanPreview> {
    const { courseId, versionId, days, seats, team, cohortId } = draft;
    const outline = await this.pinned(courseId, versionId);
    const proposal = await this.proposal(outline, draft);
    const variant = draft.variant === undefined ? (proposal?.variant ?? null) : draft.variant;
    mayBe(outline, variant);
    const made = timetable(agendaOf(outline, variant), days);
    const slots = made.fits ? made.slots : [];
    const people = team.map(({ personId }) => personId);
    const prefix = codePrefix(outline.series, days[0]!);
    const [engagements, persons, last] = await Promise.all([
      this.timetables.engagements(people, days, cohortId),
      this.timetables.people(people),
      this.cohorts.numberSoFar(prefix),
    ]);
    const sexOf = new Map(persons.map(({ id, sex }) => [id, sex]));
    return {
      version: {
        id: outline.id,
        version: outline.version,
        titleEn: outline.title.en,
        titleLo: outline.title.lo,
        days: outline.days,
      },
      code: nextCode(prefix, last),
      fits: made.fits,
      missingMinutes: made.fits ? 0 : made.missingMinutes,
      taughtMinutes: taughtMinutes(slots),
      sessions: [...slots],
      clashes: clashes(team, slots, engagements),
      variants: outline.variants.map(({ id, title }) => ({ id, title })),
      variant,
      proposal,
      advice: planAdvice({
        days,
        seats,
        team: team.map((member) => ({ ...member, sex: sexOf.get(member.personId) ?? 'not_stated' })),
      }),
    };
  }

  /** Plans a cohort with its timetable and its team; answers its id. */
  async plan(actor: Actor, input: PlanInput): Promise<string> {
    const {
      courseId,
      versionId,
      days,
      team,
      clashOverride,
      titleEn,
      titleLo,
      venueEn,
      venueLo,
      provinceId,
      seats,
      yearEstimated,
      note,
    } = input;
    const outline = await this.pinned(courseId, versionId);
    mayBe(outline, input.variant);
    const slots = this.laid(outline, days, input.variant);
    const region = input.region ?? (await this.cohorts.regionOf(provinceId!));
    if (region === null) throw refuseCourse('cohort.province_missing');
    const id = newId();
    const by = actor.personId;
    await this.queries.transaction(async (tx) => {
      const prefix = codePrefix(outline.series, days[0]!);
      const code = nextCode(prefix, await this.cohorts.lastNumber(tx, prefix));
      const now = this.clock.now();
      const row = {
        id,
        courseId,
        versionId: outline.id,
        code,
        titleEn,
        titleLo,
        region,
        provinceId,
        venueEn,
        venueLo,
        seats,
        seatsTaken: 0,
        variant: input.variant,
      };
      const dated = {
        startsOn: days[0]!,
        endsOn: days.at(-1)!,
        yearEstimated,
        createdAt: now,
        createdBy: by,
        closedAt: null,
      };
      await this.cohorts
        .add(tx, { ...row, ...dated, state: 'planned', stateReason: null, note })
        .catch((fault: { constraint?: string }) => {
          throw fault.constraint === 'cohorts_province_fk' ? refuseCourse('cohort.province_missing') : fault;
        });
      await this.timetables.replace(tx, id, toRows(id, slots));
      await this.audit.append(tx, {
        actorId: by,
        action: 'cohort.planned',
        subjectKind: 'cohort',
        subjectId: id,
        details: { code, version: outline.version, ...(input.variant !== null && { variant: input.variant }) },
      });
      await this.appoint(tx, actor, id, team, slots, clashOverride);
    });
    return id;
  }

  /** Sets the team of a cohort whose sessions are given, unless somebody is needed elsewhere at the same time. */
  async appoint(
    tx: Tx,
    actor: Actor,
    cohortId: string,
    team: readonly TeamMember[],
    slots: readonly Slot[],
    override: Override | null,
  ): Promise<void> {
    const fault = teamFault(team);
    if (fault !== null) throw refuseCourse(fault);
    const people = team.map(({ personId }) => personId);
    if ((await this.timetables.learners(tx, cohortId, people)).length > 0) throw refuseCourse('team.person_learns');
    await this.refuseClashes(tx, actor, cohortId, team, slots, override);
    await this.cohorts.setTeam(tx, cohortId, team).catch((broken: { constraint?: string }) => {
      throw broken.constraint === 'cohort_trainers_person_fk' ? refuseCourse('team.person_missing') : broken;
    });
  }

  /**
   * Refuses when somebody of the team is needed in two classes at once, or records why it is to be so all the same. A clash that the
   * sessions `before` the change had was settled when they were planned.
   */
  async refuseClashes(
    tx: Tx,
    actor: Actor,
    cohortId: string,
    team: readonly TeamMember[],
    slots: readonly TimeSpan[],
    override: Override | null,
    before: readonly TimeSpan[] = [],
  ): Promise<void> {
    const days = [...new Set([...slots, ...before].map(({ date }) => date))];
    const engagements = await this.timetables.engagementsIn(
      tx,
      team.map(({ personId }) => personId),
      days,
      cohortId,
    );
    const found = newClashes(clashes(team, slots, engagements), clashes(team, before, engagements));
    if (found.length === 0) return;
    const [first] = found;
    if (override === null)
      throw refuseCourse('cohort.trainer_clash', { count: found.length, code: first!.cohortCode, date: first!.date });
    const details = {
      reason: override.reason,
      clashes: found.map(({ personId, cohortCode, date }) => ({ personId, cohortCode, date })),
    };
    await this.audit.append(tx, {
      actorId: actor.personId,
      action: 'cohort.clash_overridden',
      subjectKind: 'cohort',
      subjectId: cohortId,
      details,
    });
  }

  /** The sessions of a version on the given days, or a refusal with the minutes that are missing. */
  laid(outline: Outline, days: readonly string[], variant: string | null): readonly Slot[] {
    const made = timetable(agendaOf(outline, variant), days);
    if (!made.fits) throw refuseCourse('cohort.too_long', { missingMinutes: made.missingMinutes, days: days.length });
    return made.slots;
  }

  /** The kind of class that suits who comes; where nobody is named, the post where it is held. */
  private async proposal({ variants }: Outline, { days, personIds = [], cohortId, ...place }: PlanDraft) {
    if (variants.length === 0) return null;
    const day = days[0]!;
    const [posts, venue] = await Promise.all([
      this.variants.posts(personIds, cohortId, day),
      this.variants.venue(place, day),
    ]);
    return proposedVariant(variants, { posts, venue });
  }

  /** The version to pin: the one asked for, if it is of the course's curriculum, or the newest. */
  private async pinned(courseId: string, versionId: string | null): Promise<Outline> {
    const course = await this.courses.course(courseId);
    if (course === null) throw refuseCourse('course.missing');
    const outline = await this.curricula.outline(versionId ?? (await this.curricula.latest(course.curriculum.id)).id);
    if (outline.curriculumId !== course.curriculum.id) throw refuseCourse('cohort.version_of_other');
    return outline;
  }
}

/** Refuses a kind of class that the version does not know. */
export function mayBe({ variants }: Outline, variant: string | null): void {
  if (variant !== null && !variants.some(({ id }) => id === variant)) throw refuseCourse('cohort.variant_missing');
}

export function toRows(cohortId: string, slots: readonly Slot[]): TimetableSessionRow[] {
  return slots.map((slot) => ({ id: newId(), cohortId, ...slot }));
}
