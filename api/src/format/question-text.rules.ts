import type { Localised, Locale, Question, QuestionPart } from './curriculum.js';

/** Whether a reader of the language sees the whole question in it; half a question in another language helps nobody. */
export function isTranslated(question: Question, locale: Locale): boolean {
  return textsOf(question).every((text) => text[locale] !== null) && spellingsAreIn(question, locale);
}

/** Every text of a question, in reading order. Accepted spellings are not among them: they belong to no one reader. */
export function textsOf(question: Question | QuestionPart): Localised[] {
  const { prompt, rationale } = question;
  return [prompt, ...ownTexts(question), ...(rationale === null ? [] : [rationale])];
}

function ownTexts(question: Question | QuestionPart): Localised[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text }) => text);
    case 'matching':
      return [...question.rows, ...question.choices].map(({ text }) => text);
    case 'ordering':
      return question.steps.map(({ text }) => text);
    case 'hotspot':
      return [question.alt, ...question.spots.map(({ label }) => label)];
    case 'case':
      return question.parts.flatMap(textsOf);
    case 'true-false':
    case 'number':
    case 'short-answer':
    case 'mrz':
      return [];
  }
}

/** A short answer can be given in a language only when some spelling of it is known for enough groups. */
function spellingsAreIn(question: Question | QuestionPart, locale: Locale): boolean {
  if (question.type === 'case') return question.parts.every((part) => spellingsAreIn(part, locale));
  if (question.type !== 'short-answer') return true;
  return question.accept.filter((group) => group[locale].length > 0).length >= question.need;
}
