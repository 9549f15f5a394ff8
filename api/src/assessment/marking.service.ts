import { Injectable } from '@nestjs/common';
import type { Question } from '../format/index.js';
import type { Tx } from '../db/queries.js';
import { counting, deadline } from './attempt.rules.js';
import { marks, pointsFor } from './marking.rules.js';
import { type AttemptToMark, type AnswerToMark, MarkingStore } from './marking.store.js';

export interface MarkChange {
  readonly attemptId: string;
  /** Percent before; null when the attempt had no marks. */
  readonly before: number | null;
  readonly after: number;
}

/** Marks attempts against the version they were given. Marking the same answers again gives the same marks. */
@Injectable()
export class MarkingService {
  constructor(private readonly store: MarkingStore) {}

  /** Returns the attempts whose marks are new or other than before. */
  async mark(tx: Tx, attemptIds: readonly string[]): Promise<MarkChange[]> {
    const attempts = await this.store.attempts(tx, attemptIds);
    const answers = await this.answers(tx, attempts);
    const keys = await this.keys(tx, attempts);
    const marked = attempts.map((attempt) => {
      const own = answers.get(attempt.id) ?? [];
      const counted = new Map(
        counting(own, attempt.submittedSeq, attempt.lateAccepted).map((one) => [one.questionId, one]),
      );
      const points = new Map(
        attempt.paper.questions.map(
          ({ id }) => [id, pointsFor(keys.get(`${attempt.versionId} ${id}`)!, counted.get(id)?.answer)] as const,
        ),
      );
      const result = marks([...points.values()], attempt.pointsPossible, attempt.passPercent);
      const responses = own.map((one) => ({
        attempt_id: attempt.id,
        question_id: one.questionId,
        late: one.late,
        points: counted.get(one.questionId) === one ? points.get(one.questionId)! : null,
      }));
      return { attempt, result, responses };
    });
    await this.store.save(
      tx,
      marked.map(({ attempt, result }) => ({ id: attempt.id, ...result })),
      marked.flatMap((one) => one.responses),
    );
    return marked
      .filter(({ attempt, result }) => attempt.percent !== result.percent)
      .map(({ attempt, result }) => ({ attemptId: attempt.id, before: attempt.percent, after: result.percent }));
  }

  private async answers(tx: Tx, attempts: readonly AttemptToMark[]): Promise<Map<string, AnswerToMark[]>> {
    const ids = attempts.map((attempt) => attempt.id);
    const answers = Map.groupBy(await this.store.answers(tx, ids), (one) => one.attemptId);
    const overrun = attempts.filter(
      ({ id, submittedSeq }) =>
        submittedSeq !== null && answers.get(id)?.some((one) => !one.late && one.seq > submittedSeq),
    );
    if (overrun.length === 0) return answers;
    for (const attempt of overrun) await this.store.rewind(tx, attempt, deadline(attempt));
    return Map.groupBy(await this.store.answers(tx, ids), (one) => one.attemptId);
  }

  private async keys(tx: Tx, attempts: readonly AttemptToMark[]): Promise<Map<string, Question>> {
    const wanted = new Map(
      attempts.flatMap(({ versionId, paper }) =>
        paper.questions.map(({ id }) => [`${versionId} ${id}`, { versionId, id }]),
      ),
    );
    const found = await this.store.keys(tx, [...wanted.values()]);
    return new Map(found.map(({ versionId, content }) => [`${versionId} ${content.id}`, content]));
  }
}
