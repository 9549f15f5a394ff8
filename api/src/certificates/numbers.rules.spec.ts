import { describe, expect, it } from '@jest/globals';
import { certificateCode, checkCharacter, isCertificateCode, seriesFor } from './numbers.rules.js';

describe('a register number', () => {
  it('names body, series, year and place in the series', () => {
    expect(certificateCode({ prefix: 'DOI', series: 'FND', year: 2026, number: 147 })).toMatch(
      /^DOI-FND-2026-0147-[0-9A-Z]$/,
    );
    expect(
      certificateCode({ prefix: 'DOI', series: seriesFor('attendance', 'FND'), year: 2026, number: 12345 }),
    ).toMatch(/^DOI-FND-A-2026-12345-/);
  });

  it('carries the check character of ISO 7064 MOD 37,36', () => {
    // The worked example of ISO 15511 and of the GRid standard (A1-2425G-ABC1234002 has M).
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('shows every single wrong character', () => {
    const code = certificateCode({ prefix: 'DOI', series: 'FND', year: 2026, number: 147 });
    for (let at = 0; at < code.length; at++) {
      if (code[at] === '-') continue;
      for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        if (other !== code[at]) expect(isCertificateCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
      }
    }
    expect(isCertificateCode(code)).toBe(true);
  });

  it('shows two neighbours that changed places', () => {
    const code = certificateCode({ prefix: 'DOI', series: 'FND', year: 2026, number: 147 });
    for (let at = 0; at + 1 < code.length; at++) {
      const [a, b] = [code[at]!, code[at + 1]!];
      if (a === '-' || b === '-' || a === b) continue;
      expect(isCertificateCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBe(false);
    }
  });
});
