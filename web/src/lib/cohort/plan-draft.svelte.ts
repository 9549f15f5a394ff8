import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { Candidate, Clash, PlanPreview, TeamRole } from './cohort.js';

export interface Member {
  personId: string;
  nameLo: string;
  nameEn: string | null;
  role: TeamRole;
}

export type Person = Pick<Candidate, 'personId' | 'nameLo' | 'nameEn' | 'rank' | 'unit'>;

/** What survives a reload and the way back. */
export type DraftSnapshot = ReturnType<PlanDraft['capture']>;

const PAUSE_MS = 250;

/** A plan while it is being made. The server lays out the timetable and finds clashes; nothing is written before the end. */
export class PlanDraft {
  courseId = $state('');
  versionId = $state('');
  days = $state<string[]>([]);
  provinceId = $state('');
  venueLo = $state('');
  venueEn = $state('');
  team = $state<Member[]>([]);
  seats = $state(20);
  people = $state<Person[]>([]);
  titleLo = $state('');
  titleEn = $state('');
  note = $state('');
  /** The kind of class that was chosen, null for the usual one; undefined takes what is proposed. */
  variant = $state<string | null | undefined>(undefined);
  overrides = $state(false);
  overrideReason = $state('');

  preview = $state.raw<PlanPreview | null>(null);
  failure = $state.raw<Failure | null>(null);
  asking = $state(false);
  /** Where it will be held, once that step was left: a preview for every letter of it would help nobody. */
  private place = $state.raw<{ provinceId: string | null; venueLo: string; venueEn: string } | null>(null);
  private last = 0;

  /** What the server has to know for a preview; a change of it asks again. */
  get question() {
    const { courseId, versionId, days, seats, variant } = this;
    const team = this.team.map(({ personId, role }) => ({ personId, role }));
    return {
      courseId,
      versionId: versionId || null,
      days: [...days],
      seats,
      team,
      cohortId: null,
      variant,
      personIds: this.people.map(({ personId }) => personId),
      ...this.place,
    };
  }

  settlePlace(): void {
    const { provinceId, venueLo, venueEn } = this;
    this.place = { provinceId: provinceId || null, venueLo: venueLo.trim(), venueEn: venueEn.trim() };
  }

  /** Asks for a preview after a short pause; only the answer to the last question counts. */
  async look(question: PlanDraft['question']): Promise<void> {
    const mine = ++this.last;
    if (!question.courseId || question.days.length === 0) {
      this.preview = null;
      this.asking = false;
      return;
    }
    this.asking = true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (mine !== this.last) return;
    const { data, failure } = await ask(api().POST('/api/v1/plan-previews', { body: question }));
    if (mine !== this.last) return;
    this.asking = false;
    this.failure = failure;
    if (data) this.preview = data;
  }

  clashesOf(personId: string): Clash[] {
    return this.preview?.clashes.filter((clash) => clash.personId === personId) ?? [];
  }

  get hasOneLead(): boolean {
    return this.team.filter(({ role }) => role === 'lead').length === 1;
  }

  get isClashSettled(): boolean {
    return (this.preview?.clashes.length ?? 0) === 0 || (this.overrides && this.overrideReason.trim() !== '');
  }

  get body() {
    const { courseId, versionId, titleEn, titleLo, provinceId, venueEn, venueLo, days, seats, note, overrideReason } =
      this;
    return {
      courseId,
      versionId: versionId || null,
      titleEn,
      titleLo: titleLo.trim() || null,
      region: null,
      provinceId,
      venueEn: venueEn.trim() || null,
      venueLo,
      days: [...days],
      variant: this.preview?.variant ?? null,
      yearEstimated: false,
      seats,
      note,
      team: this.question.team,
      clashOverride: this.preview?.clashes.length ? { reason: overrideReason } : null,
    };
  }

  capture() {
    const { courseId, versionId, days, provinceId, venueLo, venueEn, team, seats, people, titleLo, titleEn } = this;
    const { note, variant } = this;
    return $state.snapshot({
      courseId,
      versionId,
      days,
      provinceId,
      venueLo,
      venueEn,
      team,
      seats,
      people,
      titleLo,
      titleEn,
      note,
      variant,
    });
  }

  restore(kept: DraftSnapshot): void {
    Object.assign(this, kept);
    this.settlePlace();
  }
}
