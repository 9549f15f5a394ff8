import type { Cell, DocumentModel, Flow, TableRow } from '../document/flow.js';
import type { Localised, Module } from '../format/index.js';
import { type Edition, inEach, shell, wordCell, worded } from './edition.rules.js';

/** What to pack: each thing once with the modules that need it, and then module by module. */
export function materials(edition: Edition): DocumentModel {
  const { curriculum, locales } = edition;
  const [locale] = locales;
  const gathered = new Map<string, { text: Localised; modules: string[] }>();
  for (const module of curriculum.modules)
    for (const text of materialsIn(module)) {
      const key = text.en.trim().toLowerCase();
      const known = gathered.get(key) ?? { text, modules: [] };
      gathered.set(key, { text: known.text.lo === null ? text : known.text, modules: [...known.modules, module.code] });
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
          rows: all.map(({ text, modules }): TableRow => ({
            cells: [box(edition), inEach(text, edition), plain(modules.join(' · '))],
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
      const title = (locale === 'lo' ? module.lao?.title : null) ?? module.title;
      return [
        {
          kind: 'together',
          flow: [
            { kind: 'heading', level: 3, text: [{ text: `${module.code}  ${title}` }], lang: locale },
            {
              kind: 'list',
              lang: locale,
              items: materialsIn(module).map((text) => ({ marker: 'box', flow: inEach(text, edition) })),
            },
          ],
        },
      ];
    }),
  ];
  return shell(edition, { kind: 'materials', size: 10.5, trainersOnly: true, flow });
}

function materialsIn(module: Module): Localised[] {
  return module.materials.map((en, index) => ({ en, lo: module.lao?.materials?.[index] ?? null }));
}

function box({ locales }: Edition): Cell {
  return [{ kind: 'list', lang: locales[0], items: [{ marker: 'box', flow: plain(' ') }] }];
}

function plain(text: string): Flow[] {
  return [{ kind: 'paragraph', text: [{ text }], lang: 'en' }];
}
