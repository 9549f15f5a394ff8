import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** A page as Kit writes it down for the browser: its component, and all that stands beside it in `+page.ts`. */
const KIT_PAGE = /client-optimized[\\/]nodes[\\/]\d+\.js$/;
const ALL = /import \* as universal from "([^"]+)";\s*export \{ universal \};/;
const NAMED = '?named';

/**
 * Kit takes a page's `+page.ts` as a namespace, and for that the bundler writes a file of its own which every page then asks
 * for: a request before the first page, with 300 bytes of headers, for 200. Named one by one the exports need no such thing.
 */
export function namedLoads(): Plugin {
  return {
    name: 'khou-named-loads',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: KIT_PAGE },
      handler: (code, id) =>
        code.replace(ALL, (_, path: string) => {
          // Beside the page itself, so that both lie in one chunk and the page's own file only leads there.
          const named = resolve(dirname(id), path) + NAMED;
          return `export { universal } from ${JSON.stringify(named)};`;
        }),
    },
    resolveId: (id) => (id.endsWith(NAMED) ? id : null),
    async load(id) {
      if (!id.endsWith(NAMED)) return null;
      const page = id.slice(0, -NAMED.length);
      const names = ((await this.load({ id: page })).exports ?? []).join(', ');
      return `import { ${names} } from ${JSON.stringify(page)};\nexport const universal = { ${names} };`;
    },
  };
}
