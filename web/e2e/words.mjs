// The catalogs of the screens, so that a journey asks for a button by the word it carries, in either language, and a
// better translation breaks none.
import { readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';

const folder = new URL('../src/lib/i18n/messages/', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    // Sources name their imports as they are once built; here they are still TypeScript.
    const isSource = specifier.startsWith('.') && context.parentURL?.includes('/web/src/');
    return next(isSource ? specifier.replace(/[.]js$/, '.ts') : specifier, context);
  },
});

/** The messages of some areas, together: `{ lo, en }`. */
export async function words(...areas) {
  const [lo, en] = await Promise.all(['lo', 'en'].map((code) => joined(areas, code)));
  return { lo: strict(lo, areas.join(' and ')), en: strict(en, areas.join(' and ')) };
}

/** The sentence of every failure code, in both languages: `failures.lo['cohort.full']({ free: 0, seats: 20 })`. */
export function sentences() {
  const areas = readdirSync(folder).flatMap((name) => /^(failures.*)[.]lo[.]ts$/.exec(name)?.[1] ?? []);
  return words(...areas);
}

async function joined(areas, code) {
  const catalogs = await Promise.all(areas.map((area) => import(new URL(`${area}.${code}.ts`, folder))));
  return Object.assign({}, ...catalogs.map((catalog) => catalog[code]));
}

/** A word that is gone is an error that names it, not a locator that waits in vain. */
function strict(messages, area) {
  return new Proxy(messages, {
    get(target, key) {
      if (!(key in target)) throw new Error(`The messages of ${area} have no word ${String(key)}`);
      const message = target[key];
      return typeof message === 'object' && !Array.isArray(message)
        ? strict(message, `${area}.${String(key)}`)
        : message;
    },
  });
}
