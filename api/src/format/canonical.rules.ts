import { createHash } from 'node:crypto';
import type { Curriculum, Module } from './curriculum.js';
import { pictureFacts } from './picture.rules.js';

/**
 * The content of a curriculum as one JSON text: keys sorted, no spaces, the Markdown as typed. The version number is not
 * part of it, nor are folder names, comments and the order of keys: what no reader can notice changes nothing.
 */
export function canonicalForm({ version: _version, modules, ...outline }: Curriculum): string {
  return canonicalJson({ format: 2, ...outline, modules: modules.map(contentOf) });
}

/** SHA-256 of the canonical form, in hexadecimal: the same on every machine. */
export function contentHash(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

function contentOf({ folder: _folder, prose: _prose, lao, images, ...content }: Module): unknown {
  const translation =
    lao === null
      ? null
      : {
          state: lao.state,
          title: lao.title,
          objectives: lao.objectives,
          methods: lao.methods,
          materials: lao.materials,
          body: lao.body,
        };
  const pictures = [...images].map(([path, picture]) => [path, pictureFacts(picture)]);
  return { ...content, lao: translation, images: Object.fromEntries(pictures) };
}

/** JSON with the keys of every object in code-unit order (as in RFC 8785, for the values that occur here). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}
