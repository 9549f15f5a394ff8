import { mrzTask, type Localised, type Question, type QuestionPart, workedMrz } from '../format/index.js';
import type { Answer, ItemAnswer } from './answer.rules.js';

type Plain = QuestionPart | Exclude<Question, { type: 'case' }>;

/** An answer that earns every point of the question, in the form in which answers are sent. */
export function rightAnswer(question: Question): Exclude<Answer, null> {
  return question.type === 'case'
    ? Object.fromEntries(question.parts.map((part) => [part.id, rightItem(part)]))
    : rightItem(question);
}

function rightItem(question: Plain): ItemAnswer {
  switch (question.type) {
    case 'single':
      return question.options.find((option) => option.correct)!.id;
    case 'multiple':
      return question.options.filter((option) => option.correct).map((option) => option.id);
    case 'matching':
      return Object.fromEntries(question.rows.map((row) => [row.id, row.match[0]!]));
    case 'ordering':
      return question.steps.map((step) => step.id);
    case 'true-false':
      return question.answer;
    case 'number':
      return question.answer.value;
    case 'short-answer':
      return question.accept
        .slice(0, question.need)
        .map(({ en, lo }) => en[0] ?? lo[0] ?? '')
        .join(', ');
    case 'mrz':
      return mrzTask(question.mrz).answer;
    case 'hotspot': {
      const right = question.spots.filter((spot) => spot.correct).map((spot) => spot.id);
      return question.choose === 'one' ? right[0]! : right;
    }
  }
}

/** Why the answer is right, in both languages; of a machine-readable zone, the worked steps first. */
export function explanation(question: Question): Localised {
  if (question.type !== 'mrz') return question.rationale;
  const task = mrzTask(question.mrz);
  const [en, lo] = [workedMrz(task, 'en'), workedMrz(task, 'lo')];
  const { rationale } = question;
  return rationale === null ? { en, lo } : { en: `${en} ${rationale.en}`, lo: `${lo} ${rationale.lo ?? rationale.en}` };
}

/** What tells right from wrong where one right answer is not the only one, for showing after the test. */
export function leeway(question: Question | QuestionPart) {
  return { tolerance: tolerance(question), accepted: accepted(question), matches: matches(question) };
}

function tolerance(question: Question | QuestionPart): number | null {
  return question.type === 'number' ? question.answer.tolerance : null;
}

function matches(question: Question | QuestionPart): Record<string, string[]> | null {
  return question.type === 'matching' ? Object.fromEntries(question.rows.map((row) => [row.id, [...row.match]])) : null;
}

/** What a short answer is compared with, group by group; null for other types. */
function accepted(question: Question | QuestionPart): string[][] | null {
  return question.type === 'short-answer' ? question.accept.map(({ en, lo }) => [...lo, ...en]) : null;
}
