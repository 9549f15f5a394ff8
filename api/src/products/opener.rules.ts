import type { Flow, Inline, ListItem } from '../document/flow.js';
import { type Lesson, objectivesOf, titleOf } from './lesson.rules.js';
import { moduleMinutes } from './edition.rules.js';
import { noteFlow, signed } from './marks.rules.js';
import { productWords } from './product.words.js';

/** The beginning of a module: its number, title and minutes, and what it is for. */
export function openerFlow(lesson: Lesson): Flow[] {
  const { module, locale } = lesson;
  return [
    ...moduleTitle(lesson, `${module.code} · ${titleOf(lesson).text}`),
    {
      kind: 'box',
      tone: 'goal',
      lang: locale,
      label: productWords[locale].objectives,
      title: null,
      aside: null,
      flow: [{ kind: 'list', lang: locale, items: objectives(lesson) }],
    },
  ];
}

/** Number, title and minutes of a module, and a word where it is not translated; `running` stands at the head of its pages. */
export function moduleTitle(lesson: Lesson, running: string): Flow[] {
  const { module, locale, variant } = lesson;
  const title = titleOf(lesson);
  return [
    {
      kind: 'heading',
      level: 1,
      above: module.code,
      text: signed([{ text: title.text }], title.mark),
      lang: title.lang,
      aside: productWords[locale].minutes(moduleMinutes(module, variant)),
      listed: title.text,
      running,
    },
    ...(locale === 'lo' && module.lao === null ? noteFlow('fallback', locale) : []),
  ];
}

/** The objectives as a list, for books and slides alike. */
export function objectives(lesson: Lesson): ListItem[] {
  return objectivesOf(lesson).map(({ text, lang, mark }) => ({
    marker: 'disc',
    flow: [{ kind: 'paragraph', text: signed([{ text }], mark), lang }],
  }));
}

/** What a module rests on, numbered as the text refers to it. */
export function sourcesFlow({ module, locale }: Lesson): Flow[] {
  if (module.sources.length === 0) return [];
  const line = (text: string): Inline => [{ text }];
  const items = module.sources.map(({ text }) => ({
    marker: 'number' as const,
    flow: [{ kind: 'paragraph', text: line(text), lang: 'en', look: 'small' } as const],
  }));
  return [
    { kind: 'heading', level: 4, text: line(productWords[locale].sources), lang: locale },
    { kind: 'list', lang: 'en', items },
  ];
}
