import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '../db/queries.js';
import { ClassStore } from './class.store.js';
import { refuseDelivery } from './delivery.failures.js';
import { FactKinds, type Outcome, type SentFact, declareFact, refused } from './fact-kinds.js';
import { effectiveInstant } from './facts.rules.js';
import { type ModuleOutline, VersionOutlines } from './version-outlines.js';
import { type Step, progress, tries } from './progress.rules.js';
import { ProgressStore } from './progress.store.js';

const word = z.string().min(1).max(80);

export const moduleOpened = declareFact('module.opened', z.object({ module: word }));
export const sectionFinished = declareFact('section.finished', z.object({ module: word, section: word }));
export const moduleFinished = declareFact('module.finished', z.object({ module: word }));
export const practiceAnswered = declareFact(
  'practice.answered',
  z.object({
    module: word,
    question: word,
    answer: z.union([z.string().max(80), z.number(), z.boolean(), z.array(z.string().max(80)).max(20)]),
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

  /** The facts that cannot be: from somebody without a seat, or about a module or section the class does not have. */
  private async refusals(tx: Tx, facts: readonly Reading[]): Promise<Map<string, Outcome>> {
    const seats = await this.classes.seatsOf(tx, facts[0]!.actorId, [
      ...new Set(facts.flatMap((fact) => fact.cohortId ?? [])),
    ]);
    const outlines = new Map<string, readonly ModuleOutline[]>();
    for (const seat of seats) outlines.set(seat.cohortId, await this.outlines.of(seat.versionId, tx));
    const outcomes = new Map<string, Outcome>();
    for (const { id, cohortId, payload } of facts) {
      const outline = outlines.get(cohortId ?? '');
      const module = outline?.find((one) => one.code === payload.module);
      if (outline === undefined) outcomes.set(id, refused(refuseDelivery('fact.not_enrolled')));
      else if (module === undefined) outcomes.set(id, refused(refuseDelivery('fact.module_unknown')));
      else if (payload.section !== undefined && !module.sections.includes(payload.section))
        outcomes.set(id, refused(refuseDelivery('fact.section_unknown')));
    }
    return outcomes;
  }
}

function groupsOf<F extends SentFact<object>>(facts: readonly F[], keyOf: (fact: F) => string): F[][] {
  return [...Map.groupBy(facts, (fact) => `${fact.cohortId} ${keyOf(fact)}`).values()];
}
