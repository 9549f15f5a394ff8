import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { ComparisonService, CurriculaService } from '../curricula/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { Refused } from '../kernel/failure.js';
import { newId } from '../kernel/ids.js';
import { agendaOf } from './agenda.rules.js';
import { cohortAllows } from './cohort-states.rules.js';
import { placed, shownVersions } from './cohort-versions.rules.js';
import { CohortVersionsService } from './cohort-versions.service.js';
import { CohortsStore } from './cohorts.store.js';
import { refuseCourse } from './courses.failures.js';
import type { CohortRow } from './courses.rows.js';
import { mayTeach } from './membership.rules.js';
import { MembershipService } from './membership.service.js';
import { OpenedTests } from './opened-tests.js';
import { TimetableStore } from './timetable.store.js';
import { begunModules, newerVersion, pinsAfter, timetableFits, upgradeFault } from './upgrade.rules.js';
import type { UpgradeInput } from './upgrades.contract.js';
import { type DecisionFound, UpgradesStore } from './upgrades.store.js';

type Compared = Awaited<ReturnType<ComparisonService['ofVersions']>>;

/** How many comparisons are kept: versions do not change, and everybody of a team opens the same page. */
const kept = 16;

/** Newer versions for classes under way: what they would change, and the decision of their trainers. */
@Injectable()
export class UpgradesService {
  private readonly compared = new Map<string, Promise<Compared | null>>();

  constructor(
    private readonly queries: Queries,
    private readonly store: UpgradesStore,
    private readonly versions: CohortVersionsService,
    private readonly cohorts: CohortsStore,
    private readonly timetables: TimetableStore,
    private readonly openedTests: OpenedTests,
    private readonly members: MembershipService,
    private readonly curricula: CurriculaService,
    private readonly comparisons: ComparisonService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async upgrade(actor: Actor, cohortId: string, inFull = true) {
    const ties = await this.members.readable(actor, 'cohort.read', cohortId);
    const isOpen = cohortAllows(ties.state).includes('upgrade');
    const [versions, history, sessions, opened] = await Promise.all([
      this.versions.ofCohort(cohortId),
      this.store.decisions(cohortId),
      this.timetables.sessions(cohortId),
      this.openedTests.of(cohortId),
    ]);
    const outlines = await Promise.all(shownVersions(versions).map((id) => this.curricula.outline(id)));
    const outlineOf = new Map(outlines.map((outline) => [outline.id, outline]));
    const current = outlineOf.get(versions.versionId)!;
    const newer = isOpen ? newerVersion(current, await this.curricula.versionsOf(current.curriculumId)) : null;
    const modules = placed(versions, 'module', (id) => outlineOf.get(id)!.modules).map(({ code }) => code);
    const taught = begunModules(sessions, this.clock.now()).filter((code) => modules.includes(code));
    const compared = newer === null ? null : await this.comparison(current.id, newer.id);
    const mayCompare = scope(actor, 'curriculum.author') !== null;
    const mayDecide = newer !== null && mayTeach(scope(actor, 'cohort.edit'), ties) === 'yes';
    return {
      current: { id: current.id, version: current.version },
      newer: newer === null ? null : { ...newer, class: compared?.class ?? null },
      decided: history.find(({ to }) => to.id === newer?.id) ?? null,
      comparison: compared !== null && inFull && mayCompare ? untaught(compared, taught) : null,
      taught,
      taughtChanged: taught.filter((code) => compared?.modules.some((module) => module.code === code)),
      opened: [...opened],
      pins: versions.pins.map(({ kind, code, versionId }) => ({
        kind,
        code,
        version: outlineOf.get(versionId)!.version,
      })),
      timetable: await this.timetable(current.id, newer?.id ?? null, history, versions.variant),
      history,
      allowed: mayDecide ? ['decide' as const] : [],
    };
  }

  /** Records what a trainer decided on a newer version, and moves the class where they accepted it. */
  async decide(actor: Actor, cohortId: string, input: UpgradeInput) {
    const ties = await this.members.taught(actor, 'cohort.edit', cohortId);
    const { curriculumId } = await this.curricula.outline(ties.versionId);
    const all = await this.curricula.versionsOf(curriculumId);
    /* Read before the transaction: inside, it would wait for a second connection while it holds one. */
    const target = all.some(({ id }) => id === input.to) ? await this.curricula.outline(input.to) : null;
    await this.queries.transaction(async (tx) => {
      const cohort = (await this.cohorts.locked(tx, cohortId))!;
      const last = await this.store.last(tx, cohortId);
      if (last?.to === input.to && last.choice === input.choice) return;
      if (!cohortAllows(cohort.state).includes('upgrade'))
        throw refuseCourse('cohort.wrong_state', { state: cohort.state });
      const current = all.find(({ id }) => id === cohort.versionId)!;
      const fault = upgradeFault(input.to, current, all);
      if (fault !== null || target === null)
        throw refuseCourse(fault ?? 'upgrade.not_newer', { version: current.version });
      await this.record(tx, actor, cohort, input, { from: current.version, to: target.version });
      if (input.choice !== 'stay') await this.move(tx, cohortId, input.choice, target);
    });
    return this.upgrade(actor, cohortId);
  }

  private async move(
    tx: Tx,
    cohortId: string,
    choice: 'all' | 'unopened',
    target: { readonly id: string; readonly tests: readonly { readonly code: string }[] },
  ): Promise<void> {
    const versions = (await this.versions.of([cohortId], tx)).get(cohortId)!;
    const taught = begunModules(await this.timetables.sessionsIn(tx, cohortId), this.clock.now());
    const opened = await this.openedTests.of(cohortId, tx);
    const pins = pinsAfter(
      choice,
      versions,
      { taught, opened },
      target.tests.map(({ code }) => code),
    );
    await this.store.move(tx, cohortId, target.id, pins);
  }

  private async record(
    tx: Tx,
    actor: Actor,
    { id: cohortId, code, versionId }: CohortRow,
    { to, choice, reason }: UpgradeInput,
    versions: { readonly from: string; readonly to: string },
  ): Promise<void> {
    await this.store.record(tx, {
      id: newId(),
      cohortId,
      fromVersionId: versionId,
      toVersionId: to,
      choice,
      reason,
      decidedBy: actor.personId,
      decidedAt: this.clock.now(),
    });
    await this.audit.append(tx, {
      actorId: actor.personId,
      action: choice === 'stay' ? 'cohort.stayed' : 'cohort.upgraded',
      subjectKind: 'cohort',
      subjectId: cohortId,
      details: { code, ...versions, choice, reason },
    });
  }

  /** Null when the files of one of the versions were not kept. */
  private comparison(from: string, to: string): Promise<Compared | null> {
    const key = `${from} ${to}`;
    const known = this.compared.get(key);
    if (known !== undefined) return known;
    const made = this.comparisons.ofVersions(from, to).catch((fault: unknown) => {
      if (fault instanceof Refused && fault.code === 'curriculum.archive_missing') return null;
      this.compared.delete(key);
      throw fault;
    });
    if (this.compared.size >= kept) this.compared.delete(this.compared.keys().next().value!);
    this.compared.set(key, made);
    return made;
  }

  private async timetable(
    currentId: string,
    newerId: string | null,
    history: readonly DecisionFound[],
    variant: string | null,
  ) {
    const accepted = history.find(({ choice }) => choice !== 'stay');
    const pair =
      newerId !== null ? [currentId, newerId] : accepted !== undefined ? [accepted.from.id, accepted.to.id] : [];
    const [before, after] = await Promise.all(pair.map((id) => this.curricula.outline(id)));
    return before === undefined || after === undefined
      ? 'same'
      : timetableFits(agendaOf(before, variant), agendaOf(after, variant));
  }
}

/** The part of a comparison that is about what the class has still before it. */
function untaught({ facts, modules, reprint, class: worst }: Compared, taught: readonly string[]) {
  const ahead = modules.filter(({ code }) => !taught.includes(code));
  const marks = ahead.flatMap(({ facts: own }) =>
    own.flatMap(({ code, about }) => (code === 'question.marking' ? [about] : [])),
  );
  return { class: worst, facts, modules: ahead, reprint, marks };
}
