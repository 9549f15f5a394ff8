// What the authors of the foundation course wrote for trainers alone, and how to find it again in whatever a device was told.
import { readFileSync, readdirSync } from 'node:fs';
import { practice } from './paper.mjs';

const modules = new URL('../../curricula/foundation/modules/', import.meta.url);
const note = /^:::trainer\{#([\w-]+)[^\n]*\n([\s\S]*?)^:::$/gm;
/** Marks around and inside a sentence, which a page has as elements, or not at all. */
const marks = /[*_`"'“”‘’<>&|:[\]{}()\\]|[.?!;]\s|\n\s*(?:[-|]|\d+[.]|\n)/;

const pages = readdirSync(modules).flatMap((folder) =>
  [
    ['en', 'module.md'],
    ['lo', 'module.lo.md'],
  ].map(([language, file]) => ({
    module: `M${folder.slice(0, 2)}`,
    language,
    text: readFileSync(new URL(`${folder}/${file}`, modules), 'utf8'),
  })),
);
const forEverybody = close(
  pages
    .map(({ text }) => text.replace(note, ''))
    .join('\n')
    .replace(/[*_`]/g, '') + JSON.stringify(practice),
);

/** The notes of every lesson, each with what nobody but a trainer may have of it: its name, and pieces of its sentences. */
export const notes = pages.flatMap(({ module, language, text }) =>
  [...text.matchAll(note)].map(([, name, words]) => ({
    module,
    language,
    name,
    pieces: words
      .split(marks)
      .map(close)
      .filter((piece) => piece.length >= 18 && !forEverybody.includes(piece)),
  })),
);

/** The notes of which a text gives away a sentence. */
export function notesIn(text) {
  const told = close(text);
  return notes.filter(({ pieces }) => pieces.some((piece) => told.includes(piece)));
}

/** The notes of which a text says that they are there. */
export function notesNamedIn(text) {
  return notes.filter(({ name }) => text.includes(`"${name}"`));
}

/** Without the spaces and ends of lines, which differ between a file, an answer, a page and a print, and in small letters. */
function close(text) {
  return text.replace(/\\n|[\s\u00ad\u200b]+/g, '').toLowerCase();
}
