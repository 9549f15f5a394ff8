import type { DocumentModel, Flow } from '../document/flow.js';
import type { Curriculum, Form, Module, Question, Test } from '../format/index.js';
import { randomFrom, shuffled } from '../kernel/random.rules.js';
import { answerFlow } from './answer.rules.js';
import { type Edition, inEach, shell, worded } from './edition.rules.js';
import { signed } from './marks.rules.js';
import { productWords } from './product.words.js';
import { laidOut, questionFlow, questionMark, said } from './question.rules.js';

interface Drawn {
  readonly question: Question;
  readonly module: Module;
}

/**
 * The questions of a test on paper. A blueprint names its forms; where a test draws at random, form B takes what form A left,
 * as far as the bank reaches. The same version gives the same paper everywhere, so that copies can be printed at any post.
 */
export function paperQuestions({ modules }: Pick<Curriculum, 'modules'>, test: Test, form: Form): Drawn[] {
  return test.draw.flatMap(({ module: code, objective, count }) => {
    const module = modules.find((each) => each.code === code);
    if (module === undefined) return [];
    const graded = module.questions.filter((question) => question.use === 'graded');
    const wanted =
      objective === undefined
        ? turned(shuffled(graded, randomFrom(`paper ${test.code} ${code}`)), form === 'A' ? 0 : count)
        : graded.filter((question) => question.objective === objective && question.form === form);
    return wanted.slice(0, count).map((question) => ({ question: laidOut(question, form), module }));
  });
}

function turned<T>(list: readonly T[], by: number): T[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/** What a candidate is given: no key is on it, and nothing from which one could be guessed. */
export function paper(edition: Edition, test: Test, form: Form): DocumentModel {
  const drawn = paperQuestions(edition.curriculum, test, form);
  const [locale] = edition.locales;
  const points = drawn.reduce((sum, { question }) => sum + pointsOf(question), 0);
  const flow: Flow[] = [
    ...head('paper', edition, test, form),
    { kind: 'fields', labels: fields(edition), lang: locale },
    {
      kind: 'box',
      tone: 'note',
      lang: locale,
      label: '',
      title: null,
      aside: null,
      flow: edition.locales.flatMap((each, index): Flow[] => [
        {
          kind: 'paragraph',
          lang: each,
          text: [{ text: productWords[each].instructions(drawn.length, points, test.minutes) }],
          ...(index > 0 && { look: 'quiet' as const }),
        },
      ]),
    },
    ...drawn.map(({ question, module }, index) =>
      numbered(index + 1, { question, module }, edition, [
        ...questionFlow(question, { locales: edition.locales, images: module.images }),
      ]),
    ),
  ];
  return shell(edition, { kind: 'paper', size: 11, flow });
}

/** The same paper with its answers, in the same order, for whoever marks it. */
export function answerKey(edition: Edition, test: Test, form: Form): DocumentModel {
  const drawn = paperQuestions(edition.curriculum, test, form);
  const [locale] = edition.locales;
  const points = drawn.reduce((sum, { question }) => sum + pointsOf(question), 0);
  const least = Math.ceil((points * test.pass_percent) / 100);
  const pass = worded((words) => words.passPoints(test.pass_percent, least), edition);
  const flow: Flow[] = [
    ...head('key', edition, test, form),
    {
      kind: 'box',
      tone: 'trainer',
      lang: locale,
      label: worded(({ trainer }) => trainer, edition),
      title: null,
      aside: null,
      flow: [
        { kind: 'paragraph', lang: locale, text: [{ text: worded(({ keyOnly }) => keyOnly, edition) }] },
        ...(test.pass_percent === 0
          ? []
          : [{ kind: 'paragraph', lang: locale, look: 'small', text: [{ text: pass }] } as const]),
      ],
    },
    ...drawn.map(({ question, module }, index) => {
      const printing = { locales: edition.locales, images: module.images };
      const prompt = inEach(question.prompt, printing).map((each, place): Flow =>
        each.kind === 'paragraph' && place === 0 ? { ...each, look: 'strong' } : each,
      );
      return numbered(index + 1, { question, module }, edition, [
        ...prompt,
        ...partial(question, edition),
        ...answerFlow(question, printing, true),
      ]);
    }),
  ];
  return shell(edition, { kind: 'key', size: 10.5, trainersOnly: true, flow });
}

function head(kind: 'paper' | 'key', edition: Edition, test: Test, form: Form): Flow[] {
  const [locale, other] = edition.locales;
  const title = test.title[locale] ?? test.title.en;
  return [
    {
      kind: 'heading',
      level: 1,
      above: `${worded(({ kinds }) => kinds[kind], edition)} · ${worded((words) => words.form(form), edition)}`,
      text: [{ text: title }],
      lang: locale,
      aside: productWords[locale].minutes(test.minutes),
      running: productWords[locale].form(form),
    },
    ...(other === undefined || test.title.en === title
      ? []
      : [{ kind: 'paragraph', text: [{ text: test.title.en }], lang: 'en', look: 'quiet' } as const]),
  ];
}

function numbered(number: number, { question, module }: Drawn, edition: Edition, flow: readonly Flow[]): Flow {
  const [locale] = edition.locales;
  return {
    kind: 'together',
    flow: [
      {
        kind: 'heading',
        level: 3,
        text: signed(
          [{ text: worded((words) => words.questionNumber(number), edition) }],
          questionMark(question, module, edition.locales),
        ),
        lang: locale,
        aside: worded((words) => words.points(pointsOf(question)), edition),
      },
      ...flow,
    ],
  };
}

/** The points of a case are those of its parts. */
function pointsOf(question: Question): number {
  return question.type === 'case' ? question.parts.reduce((sum, part) => sum + part.points, 0) : question.points;
}

function partial(question: Question, edition: Edition): Flow[] {
  const isPartial = 'scoring' in question && question.scoring === 'partial';
  return isPartial
    ? [
        {
          kind: 'paragraph',
          look: 'quiet',
          lang: edition.locales[0],
          text: [{ text: said(({ partial: word }) => word, edition) }],
        },
      ]
    : [];
}

function fields({ locales }: Edition): string[] {
  return productWords[locales[0]].fields.map((word, index) => {
    const other = locales[1] === undefined ? word : productWords[locales[1]].fields[index]!;
    return other === word ? word : `${word} · ${other}`;
  });
}
