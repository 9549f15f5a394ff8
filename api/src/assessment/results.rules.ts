export interface QuestionResult {
  readonly questionId: string;
  readonly objective: string;
  readonly points: number;
  readonly of: number;
}

export interface Tally {
  readonly points: number;
  readonly of: number;
}

/** Points by objective, objectives in the order of their ids. */
export function byObjective(results: readonly QuestionResult[]): (Tally & { readonly id: string })[] {
  return [...Map.groupBy(results, (result) => result.objective)]
    .map(([id, own]) => ({ id, points: sum(own.map((one) => one.points)), of: sum(own.map((one) => one.of)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * How easy each question was: the mean share of its points that people earned on it (facility, 0 to 1), over those whose paper
 * had it. The hardest first.
 */
export function facilities(
  results: readonly QuestionResult[],
): { readonly questionId: string; readonly objective: string; readonly taken: number; readonly facility: number }[] {
  return [...Map.groupBy(results, (result) => result.questionId)]
    .map(([questionId, own]) => ({
      questionId,
      objective: own[0]!.objective,
      taken: own.length,
      facility:
        Math.round((sum(own.map((one) => (one.of === 0 ? 0 : one.points / one.of))) / own.length) * 1000) / 1000,
    }))
    .sort((a, b) => a.facility - b.facility || (a.questionId < b.questionId ? -1 : 1));
}

export interface AttemptResult {
  readonly number: number;
  readonly percent: number;
}

/** The best of a person's attempts counts; of equal ones the first. */
export function best<R extends AttemptResult>(results: readonly R[]): R | null {
  return results.reduce<R | null>(
    (top, one) =>
      top === null || one.percent > top.percent || (one.percent === top.percent && one.number < top.number) ? one : top,
    null,
  );
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round((sum(values) / values.length) * 10) / 10;
}

function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 1000) / 1000;
}
