import { faultKinds, type FaultCode } from './fault-kinds.rules.js';

export type Severity = 'error' | 'warning' | 'note';

/** A place in a curriculum folder: path inside the folder with forward slashes; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a place. An error stops publishing, a warning does not, a note only informs. */
export interface Fault extends Place {
  readonly severity: Severity;
  readonly code: FaultCode;
  readonly sentence: string;
  readonly hint: string | null;
}

export type FaultWords = Readonly<Record<string, string | number>>;

export function fault(code: FaultCode, place: Place, words: FaultWords = {}): Fault {
  const kind = faultKinds[code];
  return {
    severity: kind.severity,
    code,
    file: place.file,
    line: place.line,
    column: place.column,
    sentence: filled(kind.sentence, words),
    hint: kind.hint === null ? null : filled(kind.hint, words) || null,
  };
}

/** In reading order: by file, then from top to bottom. The same thing is said once a line. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  const once = new Map(
    faults.toReversed().map((entry) => [[entry.file, entry.line, entry.code, entry.sentence].join('\n'), entry]),
  );
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

function filled(template: string, words: FaultWords): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));
}

/** By code unit and not by locale, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
