import type { Both } from '../kernel/text.js';
import type { Blanks, FaultKind, Severity } from './fault-kind.rules.js';
import { faultKinds, type FaultCode } from './fault-kinds.rules.js';

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
  readonly sentence: Both;
  readonly hint: Both | null;
  /** What the program that reads a file said itself, in its own English, where that says more than the sentence. */
  readonly detail: string | null;
}

/** What stands in a blank: a number, a name of the format, or words, and these in both languages. */
export type FaultWord = string | number | Both;

type BlanksOf<Code extends FaultCode> = Code extends FaultCode
  ? (typeof faultKinds)[Code] extends FaultKind<infer Sentence, infer Hint>
    ? Blanks<Sentence> | ([Hint] extends [never] ? never : Blanks<Hint>)
    : never
  : never;
/** The words that a kind of fault asks for, no fewer. */
export type FaultWords<Code extends FaultCode> = Readonly<Record<BlanksOf<Code>, FaultWord>>;
type Filling<Code extends FaultCode> = [BlanksOf<Code>] extends [never] ? [] : [words: FaultWords<Code>];

export function fault<Code extends FaultCode>(code: Code, place: Place, ...[words]: Filling<Code>): Fault {
  const { severity, sentence, hint }: FaultKind = faultKinds[code];
  return {
    severity,
    code,
    file: place.file,
    line: place.line,
    column: place.column,
    sentence: filled(sentence, words ?? {}),
    hint: hint === null ? null : filled(hint, words ?? {}),
    detail: null,
  };
}

/** In reading order: by file, then from top to bottom. The same thing is said once a line. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  const once = new Map(
    faults.toReversed().map((entry) => [[entry.file, entry.line, entry.code, entry.sentence.en].join('\n'), entry]),
  );
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

/** The gravest so many, in the order they had. */
export function gravest(faults: readonly Fault[], most: number): readonly Fault[] {
  if (faults.length <= most) return faults;
  const chosen = new Set(
    (['error', 'warning', 'note'] as const)
      .flatMap((severity) => faults.filter((entry) => entry.severity === severity))
      .slice(0, most),
  );
  return faults.filter((entry) => chosen.has(entry));
}

export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

function filled({ en, lo }: Both, words: Readonly<Record<string, FaultWord>>): Both {
  return { en: filledIn('en', en, words), lo: filledIn('lo', lo, words) };
}

function filledIn(language: keyof Both, template: string, words: Readonly<Record<string, FaultWord>>): string {
  if (!template.includes('{')) return template;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name] ?? whole;
    return typeof word === 'object' ? word[language] : String(word);
  });
}

/** By code unit and not by locale, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
