import { XMLBuilder } from 'fast-xml-parser';
import type { Locale, Question } from './curriculum.js';
import { exportable, type Exported, inLocale, tagsOf } from './exchange.rules.js';
import { percent, spellings } from './gift-write.rules.js';

/**
 * Questions as Moodle XML (docs.moodle.org, “Moodle XML format”): one language, ids as names and id numbers, what Moodle has no
 * field for as tags, the rationale as general feedback.
 */
export function writeMoodle(questions: readonly Question[], locale: Locale): Exported {
  const { simple, left } = exportable(questions, locale, () => null);
  const text = (value: string) => ({ text: value });
  const say = (value: { en: string; lo: string | null }) => inLocale(value, locale);
  const answer = (fraction: number, value: string) => ({
    '@_fraction': percent(fraction),
    '@_format': 'plain_text',
    text: value,
    feedback: { '@_format': 'plain_text', text: '' },
  });
  const body = (question: (typeof simple)[number]): Record<string, unknown> => {
    switch (question.type) {
      case 'single':
      case 'multiple': {
        const right = question.options.filter(({ correct }) => correct).length;
        const share = 100 / right;
        const single = question.type === 'single';
        return {
          single: String(single),
          shuffleanswers: 'true',
          answernumbering: 'abc',
          answer: question.options.map((option) =>
            answer(option.correct ? share : single ? 0 : -share, say(option.text)),
          ),
        };
      }
      case 'true-false':
        return {
          answer: [answer(question.answer ? 100 : 0, 'true'), answer(question.answer ? 0 : 100, 'false')],
        };
      case 'number':
        return { answer: [{ ...answer(100, String(question.answer.value)), tolerance: question.answer.tolerance }] };
      case 'short-answer':
        return { usecase: 0, answer: spellings(question, locale).map((one) => answer(100, one)) };
      case 'matching': {
        const choices = new Map(question.choices.map((choice) => [choice.id, say(choice.text)]));
        const used = new Set(question.rows.map(({ match }) => match[0]));
        const pair = (row: string, choice: string) => ({ '@_format': 'plain_text', text: row, answer: text(choice) });
        return {
          shuffleanswers: 'true',
          subquestion: [
            ...question.rows.map(({ text: row, match }) => pair(say(row), choices.get(match[0]!)!)),
            ...question.choices.filter(({ id }) => !used.has(id)).map(({ text: choice }) => pair('', say(choice))),
          ],
        };
      }
      case 'ordering':
        return {
          layouttype: 'VERTICAL',
          selecttype: 'ALL',
          gradingtype: question.scoring === 'exact' ? 'ALL_OR_NOTHING' : 'RELATIVE_NEXT_EXCLUDE_LAST',
          answer: question.steps.map((step, index) => answer(index + 1, say(step.text))),
        };
    }
  };
  const quiz = {
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    quiz: {
      question: simple.map((question) => ({
        '@_type': moodleTypes[question.type],
        name: text(question.id),
        questiontext: { '@_format': 'plain_text', text: say(question.prompt) },
        generalfeedback: {
          '@_format': 'plain_text',
          text: question.rationale === null ? '' : say(question.rationale),
        },
        defaultgrade: question.points,
        penalty: 0,
        hidden: 0,
        idnumber: question.id,
        ...body(question),
        tags: { tag: tagsOf(question).map(text) },
      })),
    },
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: '  ', suppressEmptyNode: false });
  return { text: builder.build(quiz) as string, count: simple.length, left };
}

export const moodleTypes = {
  single: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  number: 'numerical',
  'short-answer': 'shortanswer',
  matching: 'matching',
  ordering: 'ordering',
} as const satisfies Partial<Record<Question['type'], string>>;
