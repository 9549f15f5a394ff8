import { posix } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const MANIFEST = '.vite/manifest.json';
/** `import"./a.js";export{x as component,y as universal}from"./b.js";` and nothing else. */
const DOOR = /^(?:import"[^"]+";)*export\{([^}]*)\}from"([^"]+)";?\s*$/;

interface Door {
  /** The chunk it leads to. */
  to: Rolldown.OutputChunk;
  /** How its exports are called there, as `name: inner` of an object: `component:e.x`. */
  exports: string;
}

/**
 * Takes away the files that only lead to another one. Where the parts of a page lie in a chunk together with others, the
 * bundler leaves the page a file of its own with one line, `export { x as component } from './b.js'`: a request on a weak
 * signal, with 300 bytes of headers, for nothing. Whoever imports the door imports what is behind it instead.
 */
export function withoutDoors(): Plugin {
  return {
    name: 'khou-without-doors',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      // After Vite has written which styles go with which import, and its manifest, which Kit reads.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const manifest = bundle[MANIFEST] as Rolldown.OutputAsset;
        for (const chunk of chunks) {
          const door = doorOf(chunk, bundle);
          const visitors = chunks.filter((each) => each.dynamicImports.includes(chunk.fileName));
          if (!door || visitors.length === 0) continue;
          for (const visitor of visitors) leadOn(visitor, chunk, door);
          manifest.source = String(manifest.source).replaceAll(chunk.fileName, door.to.fileName);
          delete bundle[chunk.fileName];
        }
      },
    },
  };
}

function doorOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Door | null {
  const [, names, from] = DOOR.exec(chunk.code) ?? [];
  if (names === undefined || from === undefined) return null;
  const to = bundle[posix.join(posix.dirname(chunk.fileName), from)];
  if (to?.type !== 'chunk' || !chunk.imports.every((name) => name === to.fileName || to.imports.includes(name)))
    return null;
  const exports = names.split(',').map((each) => {
    const [inner, name = inner] = each.split(' as ');
    return `${name}:e.${inner}`;
  });
  return { to, exports: exports.join() };
}

function leadOn(visitor: Rolldown.OutputChunk, chunk: Rolldown.OutputChunk, { to, exports }: Door): void {
  const path = (name: string) => posix.relative(posix.dirname(visitor.fileName), name).replace(/^(?!\.)/, './');
  const called = new RegExp(`import\\(([\`'"])${RegExp.escape(path(chunk.fileName))}\\1\\)`, 'g');
  visitor.code = visitor.code.replace(called, `import("${path(to.fileName)}").then(e=>({${exports}}))`);
  visitor.dynamicImports = visitor.dynamicImports.map((name) => (name === chunk.fileName ? to.fileName : name));
}
