import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { renderCards, type SignInCard } from './cards.pdf.js';

function aCard(content: Partial<SignInCard> = {}): SignInCard {
  return {
    nameLo: 'ດອກຈຳປາ ນ້ຳໃຈງາມ',
    nameEn: 'Dokchampa Namjaingam',
    unitLo: 'ດ່ານສາກົນຂົວມິດຕະພາບ',
    unitEn: 'Friendship Bridge',
    userName: 'dokchampa.n',
    code: '7KQ4M2XDPA93',
    activationUrl: 'https://khou.example.la/activate#7KQ4M2XDPA93',
    expiresOn: '2026-11-12',
    issuedOn: '2026-10-12',
    ...content,
  };
}

function copied(pdf: Buffer): string | null {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) {
    console.warn('skipped: pdftotext (poppler) is not installed');
    return null;
  }
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });
}

describe('sign-in cards', () => {
  it('stand eight on a page', async () => {
    const pages = async (count: number) => {
      const pdf = await renderCards(Array.from({ length: count }, () => aCard()));
      return /\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1];
    };
    expect(await pages(8)).toBe('1');
    expect(await pages(9)).toBe('2');
  });

  it('say who signs in, with what and until when', async () => {
    const text = copied(await renderCards([aCard()]));
    if (text === null) return;
    for (const line of [
      'ດອກຈຳປາ ນ້ຳໃຈງາມ',
      'Dokchampa Namjaingam',
      'dokchampa.n',
      '7KQ4 M2XD PA93',
      '12 ພະຈິກ 2026',
      '12 November 2026',
    ])
      expect(text).toContain(line);
  });

  it('never cut what must be typed, however long the user name', async () => {
    const userName = 'souksavanhchaydymisouk.keomanivongsasavanh';
    const text = copied(await renderCards([aCard({ userName, nameEn: null, unitLo: null, unitEn: null })]));
    if (text !== null) expect(text).toContain(userName);
  });

  it('have the same bytes when they are printed again', async () => {
    const cards = [aCard(), aCard({ nameLo: 'ຄຳແກ້ວ ຟ້າໃສ', code: 'M9T0ZC5WQ1X8' })];
    expect((await renderCards(cards)).equals(await renderCards(cards))).toBe(true);
  });

  it('are not printed when there are none', async () => {
    await expect(renderCards([])).rejects.toThrow('no cards');
  });
});
