import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TypefaceName, typeface } from './families.js';

interface Fixture {
  readonly face: TypefaceName;
  readonly text: string;
  readonly glyphs: readonly (readonly [glyph: number, advance: number, dx: number, dy: number])[];
}

/** Written once by hb-shape 6.0 (Debian's libharfbuzz-bin): `hb-shape --no-glyph-names --no-clusters --output-format=json FONT TEXT`. */
const fixtures = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/hb-shape.json'), 'utf8')) as Fixture[];

describe('a typeface', () => {
  it.each(fixtures)('$face sets $text where hb-shape sets it', ({ face, text, glyphs }) => {
    const shaped = typeface(face).layout(text);
    const placed = shaped.glyphs.map(({ glyph }, index) => {
      const { xAdvance, xOffset, yOffset } = shaped.positions[index]!;
      return [glyph, xAdvance, xOffset, yOffset];
    });
    expect(placed).toEqual(glyphs);
  });

  it.each(fixtures)('$face reads $text back from its glyphs', ({ face, text }) => {
    const codePoints = typeface(face)
      .layout(text)
      .glyphs.flatMap((glyph) => glyph.codePoints);
    expect(String.fromCodePoint(...codePoints)).toBe(text);
  });

  it('keeps ນ້ຳ as consonant, tone and AM, however it is drawn', () => {
    const { glyphs } = typeface('serif-regular').layout('ນ້ຳ');
    expect(glyphs.flatMap((glyph) => glyph.codePoints)).toEqual([0x0e99, 0x0ec9, 0x0eb3]);
  });

  it('names the letters that it cannot draw', () => {
    expect(typeface('serif-regular').missing('ດອກຈຳປາ Dokchampa')).toEqual([]);
    expect(typeface('serif-regular').missing('ສົມ 山 Ω')).toEqual(['山', 'Ω']);
  });

  it('measures a line with Lao and Latin as the sum of its parts', () => {
    const face = typeface('serif-regular');
    expect(face.width('ວັນທີ', 10) + face.width(' 12 ', 10) + face.width('ຕຸລາ', 10)).toBeCloseTo(
      face.width('ວັນທີ 12 ຕຸລາ', 10),
      1,
    );
  });
});
