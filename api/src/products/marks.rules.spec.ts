import { describe, expect, it } from '@jest/globals';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import type { DocumentModel } from '../document/flow.js';
import { checkCurriculum, type Curriculum } from '../format/index.js';
import { productKinds, productModel } from './catalog.rules.js';
import type { ProductKind, ProductLocale } from './edition.rules.js';

const recorded = 'modules/02-persons/translation.lo.yaml';

/** The sample with Lao that was made from other English than stands there now, unit by unit. */
function aged(units: readonly string[], more: Readonly<Record<string, Change>> = {}): Curriculum {
  const record = `units: ${JSON.stringify(Object.fromEntries(units.map((unit) => [unit, '000000000000'])))}\n`;
  const { curriculum, faults } = checkCurriculum(aCurriculum({ [recorded]: record, ...more }));
  if (curriculum === null) throw new Error(faults.map(({ sentence }) => sentence).join('\n'));
  return curriculum;
}

const slots = [
  {
    date: '2026-12-01',
    startsMinute: 510,
    minutes: 30,
    kind: 'module' as const,
    moduleCode: 'M02',
    testCode: null,
    titleEn: 'Persons: act and means',
    titleLo: 'ບຸກຄົນ',
    part: 1,
  },
];

function model(curriculum: Curriculum, kind: ProductKind, locale: ProductLocale): DocumentModel {
  const order = { kind, locale, variant: null, test: 'post-test', form: 'A' } as const;
  return productModel(curriculum, order, new Date('2026-01-01'), { slots, name: null, place: null })!;
}

/** Every text of a paragraph, heading, cell or list entry that holds the sign. */
function signedTexts(made: DocumentModel, sign: '*' | '**'): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
    const text: unknown = 'text' in value ? value.text : null;
    if (Array.isArray(text)) {
      const whole = text.map((span: { text: string }) => span.text).join('');
      if (whole.split(/\s+/).includes(sign)) found.push(whole.replace(/\s+/g, ' '));
    } else Object.values(value).forEach(walk);
  };
  walk(made.flow);
  return found;
}

const printedKinds: readonly [ProductKind, readonly string[], readonly string[]][] = [
  ['handbook', ['title'], ['ບຸກຄົນ *']],
  ['handbook', ['objective:M02.1'], ['ຈຳແນກການກະທຳ *']],
  ['handbook', ['section:cases'], ['ກໍລະນີ *']],
  ['handbook', ['case-wall'], ['* ຄຳແປເກົ່າກວ່າຕົ້ນສະບັບພາສາອັງກິດ.']],
  ['handbook', ['text:why'], ['* ຄຳແປເກົ່າກວ່າຕົ້ນສະບັບພາສາອັງກິດ.']],
  ['handbook', ['question:M02-p1'], ['* ຄຳແປເກົ່າກວ່າຕົ້ນສະບັບພາສາອັງກິດ.']],
  ['handbook', ['kingfisher-notes', 'methods', 'question:M02-g1'], []],
  ['guide', ['kingfisher-notes'], ['* ຄຳແປເກົ່າກວ່າຕົ້ນສະບັບພາສາອັງກິດ.']],
  ['guide', ['methods'], ['ວິທີການ: ບັນຍາຍສັ້ນ *']],
  ['slides', ['case-wall'], ['ກິດຈະກຳ: ຝາກໍລະນີ · 15 ນາທີ *']],
  ['slides', ['k-consent'], ['ການຍິນຍອມອາດບໍ່ສຳຄັນ. *']],
  ['materials', ['materials'], ['ບັດ *', 'ບັດ *']],
  ['agenda', ['title'], ['M02 ບຸກຄົນ *']],
  ['plan', ['section:why'], ['ເປັນຫຍັງຈຶ່ງສຳຄັນ *']],
];

describe('Lao that is older than its English', () => {
  it.each(printedKinds)('is marked in print: %s, %j', (kind, units, expected) => {
    const texts = signedTexts(model(aged(units), kind, 'lo'), '*');
    expect(texts.filter((text) => !text.includes('ເຄື່ອງໝາຍ') && !text.includes('mark'))).toEqual(expected);
  });

  it('is marked beside the number of a question on paper and on its key', () => {
    const curriculum = aged(['question:M02-g1', 'question:M02-g2', 'question:M02-g3']);
    for (const kind of ['paper', 'key'] as const)
      expect(signedTexts(model(curriculum, kind, 'lo'), '*').filter((text) => text.startsWith('ຄຳຖາມ'))).toEqual([
        'ຄຳຖາມທີ 1 *',
        'ຄຳຖາມທີ 2 *',
      ]);
  });

  it('is explained on the cover of a book and under the title of what has no cover, in both languages', () => {
    const curriculum = aged(['title']);
    expect(model(curriculum, 'handbook', 'lo').cover?.signs?.map(({ lang }) => lang)).toEqual(['lo', 'en']);
    const { flow } = model(curriculum, 'slides', 'lo');
    expect(flow.slice(1, 3)).toMatchObject([
      { kind: 'paragraph', look: 'quiet', lang: 'lo' },
      { kind: 'paragraph', look: 'quiet', lang: 'en' },
    ]);
  });

  it('says nothing to readers of English, nor where nothing is old', () => {
    for (const kind of productKinds) {
      expect(signedTexts(model(aged(['title', 'case-wall', 'methods']), kind, 'en'), '*')).toEqual([]);
      expect(signedTexts(model(aged([]), kind, 'lo'), '*')).toEqual([]);
    }
    expect(model(aged([]), 'handbook', 'lo').cover?.signs).toEqual([]);
  });
});

describe('what has no Lao', () => {
  const untitled = aged([], {
    'modules/02-persons/module.lo.md': ['objectives:\n  - { id: M02.1, text: ຈຳແນກການກະທຳ }\n', ''],
    'modules/02-persons/questions.yaml': [
      '{ en: "A child is below which age?", lo: ເດັກແມ່ນອາຍຸຕ່ຳກວ່າຈັກປີ? }',
      '{ en: "A child is below which age?" }',
    ],
  });

  it('is marked where a line of it stands in English', () => {
    expect(signedTexts(model(untitled, 'handbook', 'lo'), '**')).toEqual(['Tell an act from a means **']);
    expect(model(untitled, 'handbook', 'lo').cover?.signs?.map(({ text }) => text.split(' ')[0])).toEqual(['**', '**']);
  });

  it('is marked on a question paper', () => {
    const texts = signedTexts(model(untitled, 'paper', 'both'), '**').filter((text) => text.startsWith('ຄຳຖາມ'));
    const drawn = JSON.stringify(model(untitled, 'paper', 'both').flow).includes('A child is below which age?');
    expect(texts.length).toBe(drawn ? 1 : 0);
  });

  it('is said once of a module that has none at all', () => {
    const bare = aged([], { 'modules/02-persons/module.lo.md': null, [recorded]: null });
    expect(signedTexts(model(bare, 'handbook', 'lo'), '**')).toEqual([]);
    expect(JSON.stringify(model(bare, 'handbook', 'lo').flow)).toContain('ຍັງບໍ່ທັນແປ');
  });
});
