import type { components } from '#lib/api/schema.js';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';
import type { Answer, ItemAnswer } from './answer.rules.ts';
import type { Asked, AskedItem, Entry, Said } from './asked.rules.ts';
import type { Key } from './key.js';

/* Questions of a test, which come in both languages and, until it is closed, without what marks them. */

type PaperQuestion = components['schemas']['PaperQuestion'];
type PaperPart = components['schemas']['PaperPart'];
type ResultQuestion = components['schemas']['Result']['questions'][number];
type Words = { en: string; lo: string | null };

/** The text in the language of the page, and in English where it is not translated. */
export function said({ en, lo }: Words, language: LanguageCode): Said {
  if (language === 'en') return { text: en };
  return lo === null ? { text: en, lang: 'en' } : { text: lo };
}

export function askedOnPaper(question: PaperQuestion, language: LanguageCode): Asked {
  const { id } = question;
  const prompt = said(question.prompt, language);
  switch (question.type) {
    case 'case':
      return { id, prompt, type: 'case', parts: question.parts.map((part) => partOnPaper(part, language)) };
    case 'mrz':
      return { id, prompt, type: 'mrz', ask: question.ask, shown: question.shown, choices: null };
    case 'hotspot': {
      const { type, choose, picture } = question;
      const spots = question.spots.map((spot) => ({
        id: spot.id,
        at: spot.at,
        ...said(spot.label, language),
      }));
      return { id, prompt, type, choose, picture, alt: said(question.alt, language), spots };
    }
    default:
      return partOnPaper(question, language);
  }
}

function partOnPaper(part: PaperPart, language: LanguageCode): AskedItem {
  const fields = { id: part.id, prompt: said(part.prompt, language) };
  const entries = (list: readonly { id: string; text: Words }[]): Entry[] =>
    list.map(({ id, text }) => ({ id, ...said(text, language) }));
  switch (part.type) {
    case 'single':
      return { ...fields, type: part.type, options: entries(part.options) };
    case 'multiple':
      return { ...fields, type: part.type, options: entries(part.options), scoring: part.scoring };
    case 'matching':
      return {
        ...fields,
        type: part.type,
        rows: entries(part.rows),
        choices: entries(part.choices),
        scoring: part.scoring,
      };
    case 'ordering':
      return { ...fields, type: part.type, steps: entries(part.steps), scoring: part.scoring };
    case 'short-answer':
      return { ...fields, type: part.type, need: part.need };
    default:
      return { ...fields, type: part.type };
  }
}

export function keyOfResult(question: ResultQuestion, language: LanguageCode): Key {
  const rights = question.asked.type === 'case' ? (question.key as Record<string, ItemAnswer>) : {};
  const parts = question.parts.map(
    (part) =>
      [part.id, { ...marking(part, rights[part.id] ?? null), rationale: said(part.rationale, language) }] as const,
  );
  return { ...marking(question, question.key), parts: Object.fromEntries(parts) };
}

type Marking = Pick<ResultQuestion['parts'][number], 'tolerance' | 'matches' | 'accepted'>;

function marking({ tolerance, matches, accepted }: Marking, right: Answer): Key {
  return { right, tolerance: tolerance ?? 0, matches: matches ?? {}, accepted: accepted ?? [], parts: {} };
}
