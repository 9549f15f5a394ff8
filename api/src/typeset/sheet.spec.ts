import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { type TypefaceName } from './families.js';
import { wrapped, write } from './pen.js';
import { bytesOf, newSheet } from './sheet.js';

const facts = {
  title: 'ຊື່ & <title>',
  author: 'ກົມ',
  subject: 'test',
  language: 'lo',
  at: new Date('2026-10-12T00:00:00Z'),
  layout: 'landscape',
} as const;

const texts = [
  'ນ້ຳ ນໍ້າ ນຳ ກື້ ຜູ້ ຊຶ່ງ ຫຼຸ່ມ ໝໍ້ ຢັ້ງ ປີ້ ຝື້',
  'ຮ້ອຍໂທ ນາງ ດອກຈຳປາ ນ້ຳໃຈງາມ · Dokchampa Namjaingam',
  'ໄດ້ສຳເລັດຫຼັກສູດພື້ນຖານ 3 ວັນ version 1.2.0 · 18 ຊົ່ວໂມງ',
  'ກົມກວດຄົນເຂົ້າ-ອອກເມືອງ (DoI) 12 ຕຸລາ 2026 / 12 October 2026',
  'ວັນທີ ໒໗ ກໍລະກົດ ໒໐໒໔ ທຸກໆ ຄົນ',
  'Office of affairs – difficult “quotes”, 10–12 October (estimated)',
];

async function printed(face: TypefaceName): Promise<Buffer> {
  const sheet = newSheet(facts);
  texts.forEach((text, index) =>
    write(
      sheet,
      'P',
      [text],
      { face, size: 18, colour: '#000000' },
      { x: 40, y: 60 + index * 40, width: 760, align: 'centre' },
    ),
  );
  return bytesOf(sheet);
}

describe('a sheet', () => {
  it('has the same bytes when it is drawn again', async () => {
    expect((await printed('serif-regular')).equals(await printed('serif-regular'))).toBe(true);
  });

  it('escapes what its title holds in the XML description', async () => {
    const bytes = (await printed('sans-regular')).toString('utf8');
    expect(bytes).toContain('ຊື່ &amp; &lt;title&gt;');
  });

  it.each(['serif-regular', 'serif-semibold', 'sans-regular', 'sans-semibold'] as const)(
    'copies out as the text that went in: %s',
    async (face) => {
      if (spawnSync('pdftotext', ['-v']).error !== undefined) {
        console.warn('skipped: pdftotext (poppler) is not installed');
        return;
      }
      const copied = execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], {
        input: await printed(face),
        encoding: 'utf8',
      });
      expect(
        copied
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ).toEqual(texts);
    },
  );

  it('keeps every line of a paragraph within its width, at any width', () => {
    const hand = { face: 'serif-regular', size: 12, colour: '#000000' } as const;
    for (const text of texts)
      for (let width = 120; width < 500; width += 35) {
        const lines = wrapped(text, hand, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }
  });
});
