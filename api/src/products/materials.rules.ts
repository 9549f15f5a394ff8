import type { Cell, DocumentModel, Flow, TableRow } from '../document/flow.js';
import type { Localised, Module } from '../format/index.js';
import { type Edition, inEach, shell, wordCell, worded } from './edition.rules.js';
import { titleOf } from './lesson.rules.js';
import { type Mark, signed, signedFlow } from './marks.rules.js';

/** What to pack: each thing once with the modules that need it, and then module by module. */
export function materials(edition: Edition): DocumentModel {
  const { curriculum, locales } = edition;
  const [locale] = locales;
  const gathered = new Map<string, { item: Item; modules: string[] }>();
  for (const module of curriculum.modules)
    for (const item of materialsIn(module)) {
      const key = item.text.en.trim().toLowerCase();
      const known = gathered.get(key) ?? { item, modules: [] };
      gathered.set(key, {
        item: isBetter(item, known.item) ? item : known.item,
        modules: [...known.modules, module.code],
      });
    }
  const all = [...gathered.values()];
  const perModule = curriculum.modules.filter((module) => module.materials.length > 0);
  const flow: Flow[] = [
    {
      kind: 'heading',
      level: 1,
      above: worded(({ kinds }) => kinds.materials, edition),
      text: [{ text: curriculum.title[locale] ?? curriculum.title.en }],
      lang: locale,
    },
    { kind: 'heading', level: 2, text: [{ text: worded(({ gathered: word }) => word, edition) }], lang: locale },
    all.length === 0
      ? { kind: 'paragraph', text: [{ text: worded(({ noMaterials }) => noMaterials, edition) }], lang: locale }
      : {
          kind: 'table',
          lang: locale,
          columns: [{ width: 30 }, {}, { width: 150 }],
          head: [[], wordCell(({ item }) => item, edition), wordCell(({ neededIn }) => neededIn, edition)],
          rows: all.map(({ item, modules }): TableRow => ({
            cells: [box(edition), printed(item, edition), plain(modules.join(' · '))],
          })),
        },
    ...(perModule.length === 0
      ? []
      : [
          {
            kind: 'heading',
            level: 2,
            text: [{ text: worded(({ perModule: word }) => word, edition) }],
            lang: locale,
          } as const,
        ]),
    ...perModule.flatMap((module): Flow[] => {
      const { text: title, lang, mark } = titleOf({ module, locale });
      return [
        {
          kind: 'together',
          flow: [
            { kind: 'heading', level: 3, text: signed([{ text: `${module.code}  ${title}` }], mark), lang },
            {
              kind: 'list',
              lang: locale,
              items: materialsIn(module).map((item) => ({ marker: 'box', flow: printed(item, edition) })),
            },
          ],
        },
      ];
    }),
  ];
  return shell(edition, { kind: 'materials', size: 10.5, trainersOnly: true, flow });
}

/** A thing to pack, with the mark that it has in Lao. */
interface Item {
  readonly text: Localised;
  readonly mark: Mark | null;
}

function materialsIn({ materials: all, lao, stale }: Module): Item[] {
  return all.map((en, index): Item => {
    const lo = lao?.materials?.[index] ?? null;
    return { text: { en, lo }, mark: lo === null ? 'fallback' : stale.includes('materials') ? 'stale' : null };
  });
}

/** The same thing may be translated in one module and not in another, or more lately. */
function isBetter(one: Item, other: Item): boolean {
  const worth = ({ mark }: Item) => [null, 'stale', 'fallback'].indexOf(mark);
  return worth(one) < worth(other);
}

function printed({ text, mark }: Item, edition: Edition): readonly Flow[] {
  return signedFlow(inEach(text, edition), edition.locales[0] === 'en' ? null : mark);
}

function box({ locales }: Edition): Cell {
  return [{ kind: 'list', lang: locales[0], items: [{ marker: 'box', flow: plain(' ') }] }];
}

function plain(text: string): Flow[] {
  return [{ kind: 'paragraph', text: [{ text }], lang: 'en' }];
}
