import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Typeface } from './typeface.js';

/** The weights that are installed: a serif of diploma cut for certificates, the sans of the screens for everything small. */
const files = {
  'serif-regular': ['NotoSerifLao-Regular', serif(400)],
  'serif-semibold': ['NotoSerifLao-SemiBold', serif(600)],
  'sans-regular': ['NotoSansLao-Regular', ['@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf']],
  'sans-medium': ['NotoSansLao-Medium', ['@expo-google-fonts/noto-sans-lao/500Medium/NotoSansLao_500Medium.ttf']],
  'sans-semibold': [
    'NotoSansLao-SemiBold',
    ['@expo-google-fonts/noto-sans-lao/600SemiBold/NotoSansLao_600SemiBold.ttf'],
  ],
} as const satisfies Record<string, readonly [string, readonly string[]]>;

export type TypefaceName = keyof typeof files;

const { resolve } = createRequire(import.meta.url);
const opened = new Map<TypefaceName, Typeface>();

/** The typeface of that name, read once in the life of the process (a few milliseconds each). */
export function typeface(name: TypefaceName): Typeface {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const [postscriptName, paths] = files[name];
  const made = new Typeface(
    postscriptName,
    paths.map((path) => readFileSync(resolve(path))),
  );
  opened.set(name, made);
  return made;
}

/** The family comes in three files by script; together they draw Lao, Latin and its accented letters. */
function serif(weight: number): readonly string[] {
  return ['lao', 'latin', 'latin-ext'].map(
    (script) => `@fontsource/noto-serif-lao/files/noto-serif-lao-${script}-${weight}-normal.woff`,
  );
}
