import type { Localised, Locale, PictureFacts, Question, QuestionPart } from './curriculum.js';
import { mrzFaultLabels, mrzTask, type MrzFault, workedMrz } from './mrz.rules.js';
import { isTranslated } from './question-text.rules.js';

interface Fields {
  readonly id: string;
  readonly points: number;
  readonly prompt: string;
  readonly rationale: string;
}

interface Labelled {
  readonly id: string;
  readonly text: string;
}

type Scoring = 'exact' | 'partial';

type Kind =
  | { readonly type: 'single'; readonly options: readonly (Labelled & { readonly correct: boolean })[] }
  | {
      readonly type: 'multiple';
      readonly options: readonly (Labelled & { readonly correct: boolean })[];
      readonly scoring: Scoring;
    }
  | { readonly type: 'true-false'; readonly answer: boolean }
  | { readonly type: 'number'; readonly answer: { readonly value: number; readonly tolerance: number } }
  | {
      readonly type: 'matching';
      readonly rows: readonly (Labelled & { readonly match: readonly string[] })[];
      readonly choices: readonly Labelled[];
      readonly scoring: Scoring;
    }
  /** The steps in their right order. */
  | { readonly type: 'ordering'; readonly steps: readonly Labelled[]; readonly scoring: Scoring }
  /** Every accepted spelling of each right answer, of both languages: a phone may be set to either. */
  | { readonly type: 'short-answer'; readonly need: number; readonly accept: readonly (readonly string[])[] };

export type PracticePart = Fields & Kind;

/** A practice question with its key, in one language. */
export type PracticeQuestion = { readonly objective: string } & (
  | PracticePart
  | (Fields & { readonly type: 'case'; readonly parts: readonly PracticePart[] })
  | (Fields & { readonly type: 'mrz'; readonly ask: 'digit'; readonly shown: string; readonly answer: number })
  | (Fields & {
      readonly type: 'mrz';
      readonly ask: 'fault';
      readonly shown: string;
      readonly answer: MrzFault;
      readonly choices: readonly { readonly id: MrzFault; readonly text: string }[];
    })
  | (Fields & {
      readonly type: 'hotspot';
      readonly choose: 'one' | 'several';
      readonly alt: string;
      readonly picture: PictureFacts | null;
      readonly spots: readonly {
        readonly id: string;
        readonly label: string;
        readonly at: readonly [number, number, number, number];
        readonly correct: boolean;
      }[];
    })
);

/** The question in the reader's language; in English when any part of it is missing in Lao. */
export function practiceQuestion(question: Question, locale: Locale): { lang: Locale; question: PracticeQuestion } {
  const lang: Locale = isTranslated(question, locale) ? locale : 'en';
  const say = (text: Localised) => text[lang] ?? text.en;
  const { objective } = question;
  return { lang, question: { objective, ...inLanguage(question, lang, say) } };
}

function inLanguage(question: Question, lang: Locale, say: (text: Localised) => string) {
  const { id, points } = question;
  const prompt = say(question.prompt);
  switch (question.type) {
    case 'case':
      return {
        id,
        points,
        prompt,
        rationale: say(question.rationale),
        type: question.type,
        parts: question.parts.map((part) => partInLanguage(part, say)),
      };
    case 'mrz': {
      const task = mrzTask(question.mrz);
      const worked = workedMrz(task, lang);
      const rationale = question.rationale === null ? worked : `${worked} ${say(question.rationale)}`;
      const fields = { id, points, prompt, rationale, type: question.type };
      return task.ask === 'digit'
        ? { ...fields, ask: task.ask, shown: task.shown, answer: task.answer }
        : { ...fields, ask: task.ask, shown: task.shown, answer: task.answer, choices: mrzFaultLabels(lang) };
    }
    case 'hotspot':
      return {
        id,
        points,
        prompt,
        rationale: say(question.rationale),
        type: question.type,
        choose: question.choose,
        alt: say(question.alt),
        picture: question.picture ?? null,
        spots: question.spots.map((spot) => ({ ...spot, label: say(spot.label) })),
      };
    default:
      return partInLanguage(question, say);
  }
}

function partInLanguage(
  question: QuestionPart | Exclude<Question, { type: 'case' | 'mrz' | 'hotspot' }>,
  say: (text: Localised) => string,
): PracticePart {
  const { id, points } = question;
  const fields = { id, points, prompt: say(question.prompt), rationale: say(question.rationale) };
  const spoken = <Entry extends { readonly text: Localised }>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, text: say(entry.text) }));
  switch (question.type) {
    case 'single':
      return { ...fields, type: 'single', options: spoken(question.options) };
    case 'multiple':
      return { ...fields, type: 'multiple', options: spoken(question.options), scoring: question.scoring };
    case 'true-false':
      return { ...fields, type: 'true-false', answer: question.answer };
    case 'number':
      return { ...fields, type: 'number', answer: question.answer };
    case 'matching':
      return {
        ...fields,
        type: 'matching',
        rows: spoken(question.rows),
        choices: spoken(question.choices),
        scoring: question.scoring,
      };
    case 'ordering':
      return { ...fields, type: 'ordering', steps: spoken(question.steps), scoring: question.scoring };
    case 'short-answer':
      return {
        ...fields,
        type: 'short-answer',
        need: question.need,
        accept: question.accept.map(({ en, lo }) => [...en, ...lo]),
      };
  }
}
