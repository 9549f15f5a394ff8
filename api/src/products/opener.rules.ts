import type { Flow, Inline } from '../document/flow.js';
import { type Lesson, titleOf } from './lesson.rules.js';
import { moduleMinutes } from './edition.rules.js';
import { productWords } from './product.words.js';

/** The beginning of a module: its number, title and minutes, and what it is for. */
export function openerFlow(lesson: Lesson): Flow[] {
  const { module, locale, variant } = lesson;
  const words = productWords[locale];
  const title = titleOf(lesson);
  return [
    {
      kind: 'heading',
      level: 1,
      above: module.code,
      text: [{ text: title.text }],
      lang: title.lang,
      aside: words.minutes(moduleMinutes(module, variant)),
      listed: title.text,
      running: `${module.code} · ${title.text}`,
    },
    ...(locale === 'lo' && module.lao === null
      ? [{ kind: 'paragraph', text: [{ text: words.untranslated }], lang: locale, look: 'note' } as const]
      : []),
    {
      kind: 'box',
      tone: 'goal',
      lang: locale,
      label: words.objectives,
      title: null,
      aside: null,
      flow: [{ kind: 'list', lang: locale, items: objectives(lesson) }],
    },
  ];
}

function objectives({ module, locale }: Lesson) {
  const lao = new Map(locale === 'lo' ? module.lao?.objectives.map(({ id, text }) => [id, text]) : []);
  return module.objectives.map(({ id, text }) => {
    const own = lao.get(id);
    const flow: Flow = { kind: 'paragraph', text: [{ text: own ?? text }], lang: own === undefined ? 'en' : 'lo' };
    return { marker: 'disc' as const, flow: [flow] };
  });
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
