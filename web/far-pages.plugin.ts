import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The module that knows where the far pages are; `areaFiles` finds it by this name. */
export const FAR_PAGES = 'khou-far-pages';
/** Kit's list of all pages of all areas, with one line for each. */
const KIT_APP = /client-optimized[\\/]app\.js$/;
const LINE = /\(\) => import\('(\.\/nodes\/(\d+))'\)/g;

/**
 * Keeps the addresses of pages out of the first visit of people who never open them. Kit's list of pages names the files of
 * each, scripts and styles, and every page of every area comes with the first one: some thirty bytes each that no compression
 * takes away. Where pages that match `far` are is written into a file of its own, fetched with the first of them. Their
 * routes stay in the list, so a link to one is followed in the browser, with a network or without.
 */
export function farPages(far: RegExp): Plugin {
  let modules = new Map<string, string>();
  return {
    name: 'khou-far-pages',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart: () => void (modules = new Map()),
    resolveId: (id) => (id === FAR_PAGES ? `\0${FAR_PAGES}` : null),
    transform: {
      filter: { id: KIT_APP },
      handler(code, id) {
        const near = code.replaceAll(LINE, (line, path: string, number: string) => {
          const file = resolve(dirname(id), `${path}.js`);
          if (!far.test(readFileSync(file, 'utf8'))) return line;
          modules.set(number, file);
          return `far(${number})`;
        });
        if (modules.size === 0) this.error(`${id} has no page that matches ${far}`);
        return {
          code: `const far = (page) => () => import('${FAR_PAGES}').then((all) => all.pages[page]());\n${near}`,
        };
      },
    },
    load(id) {
      if (id !== `\0${FAR_PAGES}`) return null;
      const lines = [...modules].map(([number, file]) => `${number}: () => import(${JSON.stringify(file)})`);
      return `export const pages = { ${lines.join(', ')} };`;
    },
  };
}
