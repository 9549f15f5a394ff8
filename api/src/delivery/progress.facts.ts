import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { CohortVersionsService, knownVersions } from '../courses/index.js';
import type { Tx } from '../db/queries.js';
import { ClassStore } from './class.store.js';
import { refuseDelivery } from './delivery.failures.js';
import { FactKinds, type Outcome, type SentFact, declareFact, refused } from './fact-kinds.js';
import { effectiveInstant } from './facts.rules.js';
import { type ModuleOutline, VersionOutlines } from './version-outlines.js';
import { type Step, progress, tries } from './progress.rules.js';
import { ProgressStore } from './progress.store.js';

const word = z.string().min(1).max(80);
const leaf = z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(80)).max(20)]);
const row = z.record(word, z.string().max(80));

export const moduleOpened = declareFact('module.opened', z.object({ module: word }));
export const sectionFinished = declareFact('section.finished', z.object({ module: word, section: word }));
export const moduleFinished = declareFact('module.finished', z.object({ module: word }));
export const practiceAnswered = declareFact(
  'practice.answered',
  z.object({
    module: word,
    question: word,
    /** As in a test: of a matching row → choice, of a case part → answer. */
    answer: z.union([leaf, row, z.record(word, z.union([leaf, row]))]),
    /** As the device judged it: the key of a practice question travels with the page, and nothing is graded by it. */
    correct: z.boolean(),
  }),
);

type Reading = SentFact<{ module: string; section?: string }>;
type Practice = SentFact<{ module: string; question: string; correct: boolean }>;

/** Reading and practising: who opened, read and finished what, and how practice went. */
@Injectable()
export class ProgressFacts implements OnModuleInit {
  constructor(
    private readonly kinds: FactKinds,
    private readonly classes: ClassStore,
    private readonly versions: CohortVersionsService,
    private readonly outlines: VersionOutlines,
    private readonly store: ProgressStore,
  ) {}

  onModuleInit(): void {
    this.kinds.handle(moduleOpened, (tx, facts) => this.read(tx, facts, false));
    this.kinds.handle(sectionFinished, (tx, facts) => this.read(tx, facts, false));
    this.kinds.handle(moduleFinished, (tx, facts) => this.read(tx, facts, true));
    this.kinds.handle(practiceAnswered, (tx, facts) => this.practise(tx, facts));
  }

  private async read(tx: Tx, facts: readonly Reading[], finishes: boolean): Promise<Map<string, Outcome>> {
    const outcomes = await this.refusals(tx, facts);
    const steps = groupsOf(
      facts.filter((fact) => !outcomes.has(fact.id)),
      (fact) => fact.payload.module,
    );
    const rows = steps.map(([first, ...more]) => {
      const all = [first!, ...more].map((fact): Step => ({
        at: effectiveInstant(fact),
        section: fact.payload.section ?? null,
        finishes,
      }));
      const { openedAt, sections, finishedAt } = progress(all);
      return {
        cohort_id: first!.cohortId!,
        module_code: first!.payload.module,
        opened_at: openedAt,
        sections,
        finished_at: finishedAt,
      };
    });
    if (rows.length > 0) await this.store.mergeProgress(tx, facts[0]!.actorId, rows);
    return outcomes;
  }

  private async practise(tx: Tx, facts: readonly Practice[]): Promise<Map<string, Outcome>> {
    const outcomes = await this.refusals(tx, facts);
    const answered = groupsOf(
      facts.filter((fact) => !outcomes.has(fact.id)),
      (fact) => fact.payload.question,
    );
    const rows = answered.map((group) => {
      const { first, last } = tries(
        group.map((fact) => ({ at: effectiveInstant(fact), factId: fact.id, correct: fact.payload.correct })),
      );
      return {
        cohort_id: group[0]!.cohortId!,
        question_id: group[0]!.payload.question,
        first_correct: first.correct,
        first_at: first.at,
        first_fact: first.factId,
        last_correct: last.correct,
        last_at: last.at,
        last_fact: last.factId,
      };
    });
    if (rows.length > 0) await this.store.mergeTries(tx, facts[0]!.actorId, rows);
    return outcomes;
  }

  /**
   * The facts that cannot be: from somebody without a seat, or about a module or section the class never had. What stood in a version
   * before an upgrade may have been read without a network, so it counts.
   */
  private async refusals(tx: Tx, facts: readonly Reading[]): Promise<Map<string, Outcome>> {
    const seats = await this.classes.seatsOf(tx, facts[0]!.actorId, [
      ...new Set(facts.flatMap((fact) => fact.cohortId ?? [])),
    ]);
    const outlines = await this.outlinesOf(
      tx,
      seats.map(({ cohortId }) => cohortId),
    );
    const outcomes = new Map<string, Outcome>();
    for (const { id, cohortId, payload } of facts) {
      const outline = outlines.get(cohortId ?? '');
      const forms = outline?.filter((one) => one.code === payload.module) ?? [];
      const { section } = payload;
      if (outline === undefined) outcomes.set(id, refused(refuseDelivery('fact.not_enrolled')));
      else if (forms.length === 0) outcomes.set(id, refused(refuseDelivery('fact.module_unknown')));
      else if (
        section !== undefined &&
        !forms.some(({ sections }) => sections.some(({ id: known }) => known === section))
      )
        outcomes.set(id, refused(refuseDelivery('fact.section_unknown')));
    }
    return outcomes;
  }

  /** For each cohort the modules of every version that it has or had. */
  private async outlinesOf(tx: Tx, cohortIds: readonly string[]): Promise<Map<string, ModuleOutline[]>> {
    const cohorts = await this.versions.of(cohortIds, tx);
    const outlines = await this.outlines.ofAll([...cohorts.values()].flatMap(knownVersions), tx);
    return new Map(
      [...cohorts].map(([cohortId, versions]) => [
        cohortId,
        knownVersions(versions).flatMap((id) => outlines.get(id)!),
      ]),
    );
  }
}

function groupsOf<F extends SentFact<object>>(facts: readonly F[], keyOf: (fact: F) => string): F[][] {
  return [...Map.groupBy(facts, (fact) => `${fact.cohortId} ${keyOf(fact)}`).values()];
}
