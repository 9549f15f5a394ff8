import type { Locale, Question } from './curriculum.js';
import { exportable, type Exported, inLocale, tagsOf } from './exchange.rules.js';

/**
 * Questions as GIFT, the plain-text format of Moodle (docs.moodle.org, “GIFT format”): one language, ids as titles and as
 * `[id:…]`, what GIFT has no field for as `[tag:khou:…]`, the rationale as general feedback.
 */
export function writeGift(questions: readonly Question[], locale: Locale): Exported {
  const { simple, left } = exportable(questions, locale, ({ type }) => (type === 'ordering' ? 'order' : null));
  const entries = simple.map((question) => {
    const tags = tagsOf(question).map((tag) => `[tag:${tag}]`);
    const rationale = question.rationale === null ? '' : inLocale(question.rationale, locale);
    return [
      `// [id:${question.id}] ${tags.join(' ')}`,
      `::${escaped(question.id)}::[plain]${escaped(inLocale(question.prompt, locale))} {${answers(question, locale)}`,
      rationale === '' ? '}' : `\t####${escaped(rationale)}\n}`,
    ].join('\n');
  });
  return { text: entries.map((entry) => `${entry}\n`).join('\n'), count: simple.length, left };
}

function answers(question: ReturnType<typeof exportable>['simple'][number], locale: Locale): string {
  const say = (text: { en: string; lo: string | null }) => escaped(inLocale(text, locale));
  const block = (lines: readonly string[]) => `\n${lines.map((line) => `\t${line}`).join('\n')}`;
  switch (question.type) {
    case 'single':
      return block(question.options.map(({ correct, text }) => `${correct ? '=' : '~'}${say(text)}`));
    case 'multiple': {
      const right = question.options.filter(({ correct }) => correct).length;
      const share = percent(100 / right);
      return block(question.options.map(({ correct, text }) => `~%${correct ? '' : '-'}${share}%${say(text)}`));
    }
    case 'true-false':
      return question.answer ? 'TRUE' : 'FALSE';
    case 'number':
      return `#${question.answer.value}:${question.answer.tolerance}`;
    case 'short-answer':
      return block(spellings(question, locale).map((one) => `=${escaped(one)}`));
    case 'matching': {
      const choices = new Map(question.choices.map(({ id, text }) => [id, text]));
      const used = new Set(question.rows.map(({ match }) => match[0]));
      const spare = question.choices.filter(({ id }) => !used.has(id));
      return block([
        ...question.rows.map(({ text, match }) => `=${say(text)} -> ${say(choices.get(match[0]!)!)}`),
        ...spare.map(({ text }) => `= -> ${say(text)}`),
      ]);
    }
    case 'ordering':
      return '';
  }
}

/** The spellings of a language, or those of the other where it has none. */
export function spellings(question: Extract<Question, { type: 'short-answer' }>, locale: Locale): string[] {
  const own = question.accept.flatMap((group) => group[locale]);
  return own.length > 0 ? own : question.accept.flatMap(({ en, lo }) => [...en, ...lo]);
}

/** As many decimals as Moodle's own fractions have. */
export function percent(value: number): string {
  return String(Math.round(value * 100_000) / 100_000);
}

function escaped(text: string): string {
  return text.replace(/[~=#{}:\\]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n');
}
