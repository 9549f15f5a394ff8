import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

// WCAG 2.2: 4.5 for text (1.4.3), 3 for the edges of controls, signs and the focus ring (1.4.11).
const TEXT = 4.5;
const SIGN = 3;
const PAIRS: readonly (readonly [fore: string, back: string, least: number])[] = [
  ...['paper', 'card', 'sunk'].flatMap((back) => [
    ['ink', back, TEXT] as const,
    ['ink-2', back, TEXT] as const,
    ['indigo-ink', back, TEXT] as const,
    ['gold-ink', back, TEXT] as const,
    ['green-ink', back, TEXT] as const,
    ['red-ink', back, TEXT] as const,
    ['edge', back, SIGN] as const,
    ['focus', back, SIGN] as const,
    ['indigo-2', back, SIGN] as const,
    ['gold', back, SIGN] as const,
    ['green', back, SIGN] as const,
    ['red', back, SIGN] as const,
  ]),
  ...['indigo', 'gold', 'green', 'red'].flatMap((tone) => [
    ['ink', `${tone}-wash`, TEXT] as const,
    ['ink-2', `${tone}-wash`, TEXT] as const,
    [`${tone}-ink`, `${tone}-wash`, TEXT] as const,
  ]),
  ['indigo-ink', 'indigo-wash-hover', TEXT],
  ['on-indigo', 'indigo', TEXT],
  ['on-indigo', 'indigo-hover', TEXT],
  ['on-indigo-2', 'indigo', TEXT],
  ['gold-bright', 'indigo', SIGN],
];

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const themes = {
  light: colours(/:root \{([^}]*)\}/),
  'dark by choice': colours(/:root\[data-theme='dark'\] \{([^}]*)\}/),
  'dark like the device': colours(/:root\[data-theme='auto'\] \{([^}]*)\}/),
};

for (const [theme, colour] of Object.entries(themes)) {
  test(`every pair of colours can be told apart, ${theme}`, () => {
    const faint = PAIRS.map(([fore, back, least]) => ({ fore, back, least, has: contrast(colour(fore), colour(back)) }))
      .filter(({ has, least }) => has < least)
      .map(({ fore, back, least, has }) => `${fore} on ${back}: ${has.toFixed(2)} < ${least}`);
    assert.deepEqual(faint, []);
  });
}

test('the two dark themes are the same', () => {
  const names = [...new Set(PAIRS.flatMap(([fore, back]) => [fore, back]))];
  for (const name of names) assert.equal(themes['dark by choice'](name), themes['dark like the device'](name), name);
});

function colours(block: RegExp): (name: string) => string {
  const body = block.exec(css)?.[1] ?? '';
  const found = new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2] ?? '']));
  return (name) => found.get(name) ?? assert.fail(`no colour --${name}`);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it for sRGB. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
