import type { Both } from '../kernel/text.js';

export type Severity = 'error' | 'warning' | 'note';

export interface FaultKind<Sentence extends string = string, Hint extends string = string> {
  readonly severity: Severity;
  readonly sentence: Both & { readonly en: Sentence };
  readonly hint: (Both & { readonly en: Hint }) | null;
}

/** The names in braces that a check fills in: `'{id} of {code}'` → `'id' | 'code'`. What an example has in braces is no name. */
export type Blanks<Text extends string> = Text extends `${string}{${infer Rest}`
  ? (Rest extends `${infer Name}}${string}` ? NameIn<Name> : never) | Blanks<Rest>
  : never;
type NameIn<Inside extends string> = Inside extends `${string}${' ' | '#' | '=' | '{' | '-' | '…'}${string}`
  ? never
  : Inside;

/** A Lao text with the same blanks as the English one; else a type that says what is amiss. */
type AsBlank<Lao extends string, English extends string> = [Blanks<Lao>] extends [Blanks<English>]
  ? [Blanks<English>] extends [Blanks<Lao>]
    ? Lao
    : `The Lao lacks {${Exclude<Blanks<English>, Blanks<Lao>>}}`
  : `The English lacks {${Exclude<Blanks<Lao>, Blanks<English>>}}`;

interface Words<English extends string, Lao extends string> {
  readonly en: English;
  readonly lo: Lao & AsBlank<Lao, English>;
}

export const error = kindOf('error');
export const warning = kindOf('warning');
export const note = kindOf('note');

/** Makes kinds of fault whose two languages the compiler holds against each other. */
function kindOf(severity: Severity) {
  return <
    const English extends string,
    const Lao extends string,
    const HintEnglish extends string = never,
    const HintLao extends string = never,
  >(
    sentence: Words<English, Lao>,
    hint: Words<HintEnglish, HintLao> | null = null,
  ): FaultKind<English, HintEnglish> => ({ severity, sentence, hint });
}
