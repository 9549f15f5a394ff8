import type { Locale } from './curriculum.js';
import {
  type commonFields,
  type LeftReason,
  letters,
  localisedFrom,
  type QuestionFacts,
  type WrittenQuestion,
} from './exchange.rules.js';

/** An answer as other programs describe it, the same for all of them. */
export type GivenAnswer =
  | { readonly kind: 'true-false'; readonly answer: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly tolerance: number }
  | { readonly kind: 'short-answer'; readonly spellings: readonly string[] }
  /** A pair without a row is a choice that no row takes. */
  | { readonly kind: 'matching'; readonly pairs: readonly { readonly row: string; readonly choice: string }[] }
  | { readonly kind: 'ordering'; readonly steps: readonly string[] }
  /** `fraction` in percent of the points; `single` when the program says that one is chosen. */
  | {
      readonly kind: 'choices';
      readonly options: readonly { readonly text: string; readonly fraction: number }[];
      readonly single?: boolean;
    };

type Common = ReturnType<typeof commonFields>['fields'];

/** The question, or why there can be none. */
export function questionOf(
  fields: Common,
  given: GivenAnswer,
  locale: Locale,
  { scoring }: QuestionFacts,
): WrittenQuestion | LeftReason {
  const entry = (text: string, index: number) => ({
    id: letters[index] ?? `x${index}`,
    text: localisedFrom(text, locale),
  });
  switch (given.kind) {
    case 'true-false':
      return { ...fields, type: 'true-false', answer: given.answer };
    case 'number':
      return { ...fields, type: 'number', answer: { value: given.value, tolerance: given.tolerance } };
    case 'short-answer': {
      const spellings = [...new Set(given.spellings.filter((one) => one !== ''))];
      if (spellings.length === 0) return 'no-answer';
      return { ...fields, type: 'short-answer', accept: [{ [locale]: spellings }] };
    }
    case 'ordering':
      if (given.steps.length < 3) return 'too-few-choices';
      return {
        ...fields,
        type: 'ordering',
        ...(scoring === 'partial' ? { scoring } : {}),
        steps: given.steps.map(entry),
      };
    case 'matching': {
      const choices = [...new Set(given.pairs.map(({ choice }) => choice))];
      const rows = given.pairs.filter(({ row }) => row !== '');
      if (rows.length < 2 || choices.length < 2) return 'too-few-choices';
      return {
        ...fields,
        type: 'matching',
        /* Other programs count each row by itself. */
        scoring: scoring === 'exact' ? 'exact' : 'partial',
        rows: rows.map(({ row, choice }, index) => ({
          ...entry(row, index),
          match: [letters[choices.indexOf(choice)] ?? `x${choices.indexOf(choice)}`],
        })),
        choices: choices.map(entry),
      };
    }
    case 'choices': {
      const { options } = given;
      if (options.length < 2) return 'too-few-choices';
      const right = options.filter(({ fraction }) => fraction > 0);
      if (right.length === 0) return 'no-answer';
      const written = options.map(({ text, fraction }, index) => ({
        ...entry(text, index),
        ...(fraction > 0 ? { correct: true } : {}),
      }));
      const single = given.single ?? (right.length === 1 && right[0]!.fraction >= 100);
      if (single && right.length === 1) return { ...fields, type: 'single', options: written };
      return { ...fields, type: 'multiple', scoring: scoring === 'exact' ? 'exact' : 'partial', options: written };
    }
  }
}
