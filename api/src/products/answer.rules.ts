import type { Flow, ListItem } from '../document/flow.js';
import { type Localised, mrzFaultLabels, mrzTask, type Question, workedMrz } from '../format/index.js';
import { inEach } from './edition.rules.js';
import { byId, languagesOf, options, pictureOf, type Plain, type Printing, said, trueFalse } from './question.rules.js';

/** The key of a question as it was laid out, and why it is so. `full` shows all options, as they stand on the paper. */
export function answerFlow(given: Question, printing: Printing, full: boolean): Flow[] {
  const to = { ...printing, locales: languagesOf(given, printing.locales) };
  switch (given.type) {
    case 'case':
      return [
        {
          kind: 'list',
          lang: to.locales[0],
          items: given.parts.map((part): ListItem => ({
            marker: 'letter',
            flow: [...plainAnswer(part, to, full), ...because(part.rationale, to)],
          })),
        },
        ...because(given.rationale, to),
      ];
    case 'mrz': {
      const task = mrzTask(given.mrz);
      const answer =
        task.ask === 'digit'
          ? [String(task.answer)]
          : to.locales.map((locale) => mrzFaultLabels(locale).find(({ id }) => id === task.answer)!.text);
      const worked = { en: workedMrz(task, 'en'), lo: workedMrz(task, 'lo') };
      const more = given.rationale === null ? [] : because(given.rationale, to);
      return [line([...new Set(answer)].join(' · '), to), ...because(worked, to), ...more];
    }
    case 'hotspot': {
      const spots = given.spots.map((spot, index) => ({ ...spot, number: index + 1 }));
      const named = (text: Localised, number: number): Localised =>
        full ? { en: `${number} – ${text.en}`, lo: text.lo === null ? null : `${number} – ${text.lo}` } : text;
      const right = spots.flatMap(({ label, number, correct }) => (correct ? [{ text: named(label, number) }] : []));
      const places = spots.map(({ at, number, correct }) => ({
        at: [at[0], at[1], at[2], at[3]] as const,
        label: String(number),
        right: correct,
      }));
      return [
        options(right, to, () => 'right'),
        ...(full ? pictureOf(given, to, places) : []),
        ...because(given.rationale, to),
      ];
    }
    default:
      return [...plainAnswer(given, to, full), ...because(given.rationale, to)];
  }
}

function plainAnswer(question: Plain, to: Printing, full: boolean): Flow[] {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const shown = full ? question.options : question.options.filter(({ correct }) => correct);
      const open = question.type === 'single' ? 'ring' : 'box';
      return [options(shown, to, (correct) => (!full ? 'right' : correct ? 'ticked' : open))];
    }
    case 'true-false':
      return full
        ? [trueFalse(to, (value) => (value === question.answer ? 'ticked' : 'ring'))]
        : [
            line(
              said((words) => (question.answer ? words.yes : words.no), to),
              to,
            ),
          ];
    case 'number':
      return [
        line(
          said((words) => words.within(question.answer.value, question.answer.tolerance), to),
          to,
        ),
      ];
    case 'matching':
      return [matches(question, to)];
    case 'ordering':
      return [
        {
          kind: 'list',
          lang: to.locales[0],
          items: question.steps.map(({ text }): ListItem => ({ marker: 'number', flow: inEach(text, to) })),
        },
      ];
    case 'short-answer': {
      const groups = question.accept.map((group): ListItem => {
        const spellings = to.locales.flatMap((locale) => group[locale]);
        const words = spellings.length > 0 ? spellings : [...group.en, ...group.lo];
        return {
          marker: 'right',
          flow: [{ kind: 'paragraph', text: [{ text: words.join(' / ') }], lang: to.locales[0] }],
        };
      });
      return [
        line(
          said((words) => words.anyOf(question.need), to),
          to,
        ),
        { kind: 'list', lang: to.locales[0], items: groups },
      ];
    }
  }
}

function matches(question: Extract<Plain, { type: 'matching' }>, to: Printing): Flow {
  const choices = byId(question.choices);
  const letter = (id: string) => String.fromCharCode(65 + choices.findIndex((choice) => choice.id === id));
  return {
    kind: 'table',
    lang: to.locales[0],
    plain: true,
    columns: [{}, {}],
    head: [],
    rows: question.rows.map(({ text, match }) => ({
      cells: [
        inEach(text, to),
        match.flatMap((id) => {
          const choice = choices.find((each) => each.id === id);
          return choice === undefined ? [] : lettered(letter(id), inEach(choice.text, to));
        }),
      ],
    })),
  };
}

function lettered(letter: string, flow: readonly Flow[]): Flow[] {
  return flow.map((each, index) =>
    index === 0 && each.kind === 'paragraph'
      ? { ...each, text: [{ text: `${letter}. `, strong: true }, ...each.text] }
      : each,
  );
}

function line(text: string, to: Printing): Flow {
  return { kind: 'paragraph', text: [{ text, strong: true }], lang: to.locales[0] };
}

function because(rationale: Localised, to: Printing): Flow[] {
  return inEach(rationale, to).map((each, index) =>
    each.kind === 'paragraph'
      ? {
          ...each,
          look: 'small' as const,
          text: index === 0 ? [{ text: `${said((words) => words.why, to)}: `, strong: true }, ...each.text] : each.text,
        }
      : each,
  );
}
