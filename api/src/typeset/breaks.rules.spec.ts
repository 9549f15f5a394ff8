import { describe, expect, it } from '@jest/globals';
import { breaksOf } from './breaks.rules.js';

function pieces(text: string): string[] {
  const stops = [0, ...breaksOf(text).map(({ at }) => at), text.length];
  return stops.slice(1).map((to, index) => text.slice(stops[index], to));
}

/** Words as a reader separates them, by bars; a line may end at a bar or a space and nowhere else, though it need not. */
const corpus = [
  'ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນ|ລາວ',
  'ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນະຖາວອນ',
  'ໄດ້|ສຳເລັດ|ຫຼັກສູດ|ພື້ນຖານ 3 ວັນ ກ່ຽວກັບ|ການຄ້າ|ມະນຸດ, ການລັກລອບ|ຂົນ|ຄົນ ແລະ ການກວດກາ|ເອກະສານ|ເດີນທາງ',
  'ຜູ້|ຖືກ|ເຄາະຮ້າຍ|ຈາກ|ການຄ້າ|ມະນຸດ',
  'ກົມ|ຕຳຫຼວດ|ກວດ|ຄົນ|ເຂົ້າ-|ອອກ|ເມືອງ',
  'ຮ້ອຍໂທ ນາງ ດອກ|ຈຳປາ ນ້ຳ|ໃຈ|ງາມ',
  'ເຈົ້າໜ້າທີ່|ປະຈຳ|ດ່ານ|ຕ້ອງ|ກວດກາ|ໜັງສື|ຜ່ານແດນ|ທຸກໆ|ຫົວ ແລະ ບັນທຶກ|ໄວ້',
  'ຄະນະ|ກຳມະການ|ຕ້ານ|ການຄ້າ|ມະນຸດ|ລະດັບ|ຊາດ',
  'ອົງການ|ຈັດຕັ້ງ|ສາກົນ|ເພື່ອ|ການ|ເຄື່ອນຍ້າຍ|ຖິ່ນຖານ (IOM) ໃນ|ວັນທີ 12 ຕຸລາ 2026',
  'ສະແກນ QR ຫຼື ເປີດ khou.example.la ແລ້ວ|ຕັ້ງ PIN',
  'ປະເທດ|ລາວຯລຯ ທຸກ|ຄົນໆ',
  'ນະຄອນຫຼວງ|ວຽງຈັນ ແຂວງ|ຫຼວງນ້ຳທາ ດ່ານ|ສາກົນ|ບໍ່ເຕນ',
  'ໂມດູນ|ທີ 4 ການ|ກຳນົດ|ຕົວຜູ້|ຖືກ|ເຄາະຮ້າຍ',
];

describe('where a line may end', () => {
  it.each(corpus)('only between words: %s', (marked) => {
    const text = marked.replaceAll('|', '');
    const allowed = new Set<number>();
    let at = 0;
    for (const letter of marked) {
      if (letter === '|') allowed.add(at);
      else at += letter.length;
      if (letter === ' ') allowed.add(at);
    }
    for (const { at: place } of breaksOf(text))
      expect({ place, allowed: allowed.has(place) }).toEqual({ place, allowed: true });
  });

  it.each(corpus)(
    'never before a mark, a dependent vowel, ໆ or closing punctuation, nor after a leading vowel: %s',
    (marked) => {
      for (const piece of pieces(marked.replaceAll('|', ''))) {
        expect(piece).not.toMatch(/^[\p{M}ະາຳຽໆຯ)\],.;:!?”’]/u);
        expect(piece).not.toMatch(/[ເແໂໃໄ(“‘]\s*$/u);
      }
    },
  );

  it.each([
    ['three-day course, 10–12 October', ['three-', 'day ', 'course, ', '10–12 ', 'October']],
    ['DOI-FND-2026-0147-K', ['DOI-', 'FND-2026-0147-', 'K']],
    ['12\u00A0October', ['12\u00A0October']],
    ['ຄູ​ຝຶກ', ['ຄູ​', 'ຝຶກ']],
    ['say (so) “now”', ['say ', '(so) ', '“now”']],
    ['A – B', ['A ', '– ', 'B']],
    ['', ['']],
  ])('in Latin text: %s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('gladly after a space, less gladly between Lao words, least between a figure and what it counts', () => {
    const [afterDay, afterSpace] = breaksOf('3 ວັນ ແລະ');
    expect(afterDay!.cost).toBeGreaterThan(afterSpace!.cost);
    const word = breaksOf('ປະຊາຊົນລາວ')[0]!;
    expect(word.cost).toBeGreaterThan(afterSpace!.cost);
    expect(word.cost).toBeLessThan(afterDay!.cost);
  });
});
