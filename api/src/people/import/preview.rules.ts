import { nameEn, nameLo } from '../names.rules.js';
import { type Decision, type JudgedRow, type Verdict, firstDecision } from './judge.rules.js';

/** What a preview shows of a row as a person. */
export interface PersonShown {
  readonly nameLo: string;
  readonly nameEn: string | null;
  readonly serviceNumber: string | null;
  readonly rank: string | null;
  readonly unitId: string | null;
}

export type Counts = Record<Verdict, number>;
export type JudgedLine = ReturnType<typeof toLine>;

/** A judged row as it is kept for the preview, decided as it is until somebody decides. */
export function toLine(row: JudgedRow) {
  const shown = row.asKnown ?? row.asNew;
  const person: PersonShown | null = shown && {
    nameLo: nameLo(shown.values),
    nameEn: nameEn(shown.values),
    serviceNumber: shown.values.serviceNumber,
    rank: shown.values.rank,
    unitId: shown.posting?.unitId ?? row.known?.unitId ?? null,
  };
  const { line, verdict, issues } = row;
  return {
    line,
    verdict,
    issues: [...issues],
    decision: firstDecision(verdict),
    person,
    personId: row.known?.id ?? null,
  };
}

/** What was decided about a row holds as long as the verdict is about the same person. */
export function withDecisions(
  judged: readonly JudgedRow[],
  before: readonly { line: number; verdict: string; decision: Decision; personId: string | null }[],
): JudgedLine[] {
  const decided = new Map(before.map((row) => [row.line, row]));
  return judged.map((row) => {
    const line = toLine(row);
    const old = decided.get(row.line);
    return old?.verdict === line.verdict && old.personId === line.personId ? { ...line, decision: old.decision } : line;
  });
}

export function countsOf(lines: readonly JudgedLine[]): Counts {
  const counts: Counts = { new: 0, update: 0, unchanged: 0, duplicate: 0, error: 0 };
  for (const line of lines) counts[line.verdict]++;
  return counts;
}
