import { expect } from '@jest/globals';
import { newId } from '../src/kernel/ids.js';
import type { App, Caller } from './app.js';
import { type TaughtClass, aClass, aFact } from './class.js';

/** Answers that earn everything: option b; a and c; true; 18. */
export const right: Record<string, unknown> = { 'M02-g1': 'b', 'M02-g2': ['a', 'c'], 'M02-g3': true, 'M02-g4': 18 };

export const testUrl = (cohortId: string, verb: string) => `/api/v1/cohorts/${cohortId}/tests/post-test/${verb}`;
export const begin = (who: Caller, cohortId: string) =>
  who.post('/api/v1/attempts', { cohortId, testCode: 'post-test' });
export const codes = (answer: { body: { verdicts: { code: string | null }[] } }) =>
  answer.body.verdicts.map((verdict) => verdict.code);

/** What a person does who sits a test, on one phone, at the program's time. */
export function aSitting(khou: App) {
  const device = newId();
  const at = () => khou.clock.now().toISOString();
  const sitting = {
    post: (who: Caller, ...facts: unknown[]) => who.post('/api/v1/sync', { device, facts }),
    anAnswer: (who: Caller, cohortId: string, attempt: string, question: string, answer: unknown, seq: number) =>
      aFact(who, cohortId, 'answer.saved', { attempt, question, answer, seq }, at()),
    aSubmission: (who: Caller, cohortId: string, attempt: string, seq: number) =>
      aFact(who, cohortId, 'attempt.submitted', { attempt, seq }, at()),
    async anOpenTest(options: Parameters<typeof aClass>[1] = {}): Promise<TaughtClass> {
      const made = await aClass(khou, options);
      expect((await made.lead.post(testUrl(made.cohortId, 'opening'))).status).toBe(204);
      return made;
    },
    async marksOf(attempt: string) {
      const [row] = await khou.queries.read<Record<string, unknown>>(
        `select state, points, percent, passed, late from attempts where id = $1`,
        [attempt],
      );
      return row;
    },
    /** The first trainee of a class has begun its test: the paper, and what this person may do with it. */
    async aBegunTest(options: Parameters<typeof aClass>[1] = {}) {
      const made = await sitting.anOpenTest(options);
      const one = made.trainees[0]!;
      const { body: attempt } = await begin(one, made.cohortId);
      return { ...made, one, attempt, ...hands(one, made.cohortId, attempt.id) };
    },
  };
  const hands = (who: Caller, cohortId: string, attempt: string) => ({
    answered: (question: string, answer: unknown, seq: number) =>
      sitting.anAnswer(who, cohortId, attempt, question, answer, seq),
    handedIn: (seq: number) => sitting.aSubmission(who, cohortId, attempt, seq),
    send: (...facts: unknown[]) => sitting.post(who, ...facts),
  });
  return sitting;
}
