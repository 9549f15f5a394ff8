import type { Plugin, Rolldown } from 'vite';

/**
 * Writes `_app/area-files.json`: for each area the build files its pages need. The service worker precaches
 * by area, so that a trainee's phone never fetches the administrator's screens.
 */
export function areaFiles(areas: Readonly<Record<string, RegExp>>): Plugin {
  return {
    name: 'khou-area-files',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const everywhere = chunks.filter(isEverywhere);
        const files = Object.entries(areas).map(([area, pages]) => {
          const own = chunks.filter((chunk) => chunk.moduleIds.some((id) => pages.test(id)));
          return [area, closure([...everywhere, ...own], bundle)] as const;
        });
        this.emitFile({
          type: 'asset',
          fileName: '_app/area-files.json',
          source: JSON.stringify(Object.fromEntries(files)),
        });
      },
    },
  };
}

/** The client's start files, the root layout and the error page: needed whatever page is opened. */
function isEverywhere(chunk: Rolldown.OutputChunk): boolean {
  return (
    /\/entry\/(start|app)\./.test(chunk.fileName) || chunk.moduleIds.some((id) => /src[\\/]routes[\\/]\+/.test(id))
  );
}

function closure(roots: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const name of [...styles(chunk), ...fonts(chunk)]) found.add(name);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') visit(next);
    }
  };
  roots.forEach(visit);
  return [...found].sort().map((name) => `/${name}`);
}

type WithViteMetadata = { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } };
const styles = (chunk: Rolldown.OutputChunk) => (chunk as WithViteMetadata).viteMetadata?.importedCss ?? [];
const fonts = (chunk: Rolldown.OutputChunk) => (chunk as WithViteMetadata).viteMetadata?.importedAssets ?? [];
