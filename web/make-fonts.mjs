// Makes the two font files of the screens from the package's: the letters that Lao and English pages need, weights 400 to 700.
// `node web/make-fonts.mjs`; the result is committed, so that a build needs no font tool. A third of a first visit is fonts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';

const from = createRequire(import.meta.url);
const to = fileURLToPath(new URL('src/lib/ui/fonts/', import.meta.url));
const range = (first, last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

const files = {
  // The whole block, so that no officer's name misses a letter; joiners, and the dotted circle for a lone mark.
  lao: `${range(0x0e80, 0x0edf)}\u200B\u200C\u200D\u25CC`,
  latin: `${range(0x20, 0x7e)}\u00A0«»·×°é–—‘’“”…•−₭`,
};

mkdirSync(to, { recursive: true });
for (const [name, letters] of Object.entries(files)) {
  const source = readFileSync(
    from.resolve(`@fontsource-variable/noto-sans-lao/files/noto-sans-lao-${name}-wght-normal.woff2`),
  );
  const made = await subset(source, letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  });
  writeFileSync(`${to}noto-sans-lao-${name}.woff2`, made);
  console.log(`${name}: ${source.length} -> ${made.length} bytes`);
}
