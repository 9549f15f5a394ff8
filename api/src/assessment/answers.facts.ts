import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Tx } from '../db/queries.js';
import {
  FactKinds,
  type Outcome,
  type SentFact,
  acceptedWith,
  declareFact,
  effectiveInstant,
  refused,
} from '../delivery/index.js';
import { AnswersStore, type AttemptForAnswer } from './answers.store.js';
import { refuseAssessment } from './assessment.failures.js';
import { isLate, isNewer } from './attempt.rules.js';
import { MarkingService } from './marking.service.js';
import { Answer } from './paper.contract.js';
import { fits } from './answer.rules.js';

const seq = z.int().min(1);

export const answerSaved = declareFact(
  'answer.saved',
  z.object({
    attempt: z.uuid(),
    question: z.string().min(1).max(80),
    /** Grows with every answer of the attempt, on whatever device: the greater one is the newer answer. */
    seq,
    answer: Answer,
  }),
);
export const attemptSubmitted = declareFact('attempt.submitted', z.object({ attempt: z.uuid(), seq }));

type Saved = SentFact<z.output<typeof answerSaved.payload>>;
type Submitted = SentFact<z.output<typeof attemptSubmitted.payload>>;

/** Answers and the sending of an attempt. The newest answer counts; what comes after the time is kept apart until somebody decides. */
@Injectable()
export class AnswersFacts implements OnModuleInit {
  constructor(
    private readonly kinds: FactKinds,
    private readonly store: AnswersStore,
    private readonly marking: MarkingService,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.kinds.handle(answerSaved, (tx, facts) => this.save(tx, facts));
    this.kinds.handle(attemptSubmitted, (tx, facts) => this.submit(tx, facts));
  }

  private async save(tx: Tx, facts: readonly Saved[]): Promise<Map<string, Outcome>> {
    const attempts = new Map(
      (await this.store.attempts(tx, attemptIds(facts))).map((attempt) => [attempt.id, attempt]),
    );
    const outcomes = new Map<string, Outcome>();
    const newest = new Map<string, { fact: Saved; late: boolean }>();
    for (const fact of facts) {
      const attempt = attempts.get(fact.payload.attempt);
      const fault = answerFault(attempt, fact);
      if (fault !== null) {
        outcomes.set(fact.id, refused(refuseAssessment(fault)));
        continue;
      }
      const late = isLate(attempt!, fact.recordedAt);
      const key = `${attempt!.id} ${fact.payload.question} ${late}`;
      const known = newest.get(key)?.fact;
      const older = known !== undefined && isNewer(placed(known), placed(fact)) ? fact : known;
      if (older !== undefined) outcomes.set(older.id, superseded);
      if (older !== fact) newest.set(key, { fact, late });
    }
    if (newest.size === 0) return outcomes;
    const saved = await this.store.save(
      tx,
      [...newest.values()].map(({ fact, late }) => toRow(fact, late)),
    );
    for (const { fact, late } of newest.values()) {
      if (!saved.has(fact.id)) outcomes.set(fact.id, superseded);
      else if (late) outcomes.set(fact.id, cameLate);
    }
    await this.afterSaving(
      tx,
      [...newest.values()].filter(({ fact }) => saved.has(fact.id)),
      attempts,
    );
    return outcomes;
  }

  /** Late answers show on the attempt; an answer in time that arrives after a marked attempt was sent changes its marks. */
  private async afterSaving(
    tx: Tx,
    saved: readonly { fact: Saved; late: boolean }[],
    attempts: ReadonlyMap<string, AttemptForAnswer>,
  ): Promise<void> {
    const late = [...new Set(saved.filter((one) => one.late).map(({ fact }) => fact.payload.attempt))];
    if (late.length > 0) await this.store.flagLate(tx, late);
    const marked = [
      ...new Set(
        saved
          .filter((one) => !one.late && attempts.get(one.fact.payload.attempt)!.state === 'marked')
          .map(({ fact }) => fact.payload.attempt),
      ),
    ];
    if (marked.length > 0) await this.mark(tx, marked, saved[0]!.fact.actorId);
  }

  private async submit(tx: Tx, facts: readonly Submitted[]): Promise<Map<string, Outcome>> {
    const attempts = new Map((await this.store.lock(tx, attemptIds(facts))).map((attempt) => [attempt.id, attempt]));
    const outcomes = new Map<string, Outcome>();
    const toMark = new Set<string>();
    // The earliest of several counts, so that they are taken from the earliest on.
    for (const fact of facts.toSorted((a, b) => a.payload.seq - b.payload.seq || (a.id < b.id ? -1 : 1))) {
      const attempt = attempts.get(fact.payload.attempt);
      if (attempt === undefined || attempt.personId !== fact.actorId)
        outcomes.set(fact.id, refused(refuseAssessment('attempt.unknown')));
      else if (toMark.has(attempt.id) || (attempt.submittedSeq !== null && attempt.submittedSeq <= fact.payload.seq))
        outcomes.set(fact.id, acceptedWith(refuseAssessment('attempt.already_submitted')));
      else {
        await this.store.submit(tx, attempt.id, fact.payload.seq, effectiveInstant(fact), fact.recordedAt);
        toMark.add(attempt.id);
      }
    }
    if (toMark.size > 0) await this.mark(tx, [...toMark], facts[0]!.actorId);
    return outcomes;
  }

  private async mark(tx: Tx, ids: readonly string[], actorId: string): Promise<void> {
    const changes = await this.marking.mark(tx, ids);
    for (const change of changes)
      await this.audit.append(tx, {
        actorId,
        action: change.before === null ? 'attempt.marked' : 'attempt.marks_changed',
        subjectKind: 'attempt',
        subjectId: change.attemptId,
        details: { percent: change.after, before: change.before },
      });
  }
}

function answerFault(attempt: AttemptForAnswer | undefined, { actorId, payload }: Saved) {
  if (attempt === undefined || attempt.personId !== actorId) return 'attempt.unknown' as const;
  const question = attempt.paper.questions.find((one) => one.id === payload.question);
  if (question === undefined) return 'attempt.question_unknown' as const;
  if (!fits(question, payload.answer)) return 'attempt.answer_unfit' as const;
  return attempt.submittedSeq !== null && payload.seq > attempt.submittedSeq ? ('attempt.submitted' as const) : null;
}

const superseded = acceptedWith(refuseAssessment('answer.superseded'));
const cameLate = acceptedWith(refuseAssessment('answer.late'));

const placed = (fact: Saved) => ({ seq: fact.payload.seq, factId: fact.id });
const attemptIds = (facts: readonly { readonly payload: { readonly attempt: string } }[]) => [
  ...new Set(facts.map((fact) => fact.payload.attempt)),
];

function toRow(fact: Saved, late: boolean) {
  const { attempt, question, answer } = fact.payload;
  return {
    attempt_id: attempt,
    question_id: question,
    late,
    seq: fact.payload.seq,
    answer,
    answered_at: fact.occurredAt,
    recorded_at: fact.recordedAt,
    device_id: fact.deviceId,
    fact_id: fact.id,
  };
}
