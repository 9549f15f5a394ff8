import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const curricula = join(import.meta.dirname, '../../../curricula');
const codes = ['foundation', 'training-of-trainers', 'refresher'];
const note = /^:::trainer\{#([\w-]+)[^\n]*\n([\s\S]*?)^:::$/gm;
/** Marks around and inside a sentence. */
const marks = /[*_`"'“”‘’<>&|:[\]{}()\\]|[.?!;]\s|\n\s*(?:[-|]|\d+[.]|\n)/;
/** So short that two texts may share it by chance. */
const shortest = 18;
const close = (text: string) => text.replace(/[\s\u00ad\u200b]+/g, '').toLowerCase();

interface Question {
  readonly use: string;
  readonly rationale?: unknown;
}

interface Texts {
  readonly pages: readonly string[];
  readonly questions: readonly Question[];
}

async function textsOf(code: string): Promise<Texts> {
  const modules = join(curricula, code, 'modules');
  const folders = await readdir(modules);
  const read = (file: string) =>
    Promise.all(folders.map((folder) => readFile(join(modules, folder, file), 'utf8').catch(() => '')));
  const [english, lao, banks] = await Promise.all(['module.md', 'module.lo.md', 'questions.yaml'].map(read));
  return {
    pages: [...english!, ...lao!],
    questions: banks!.flatMap((bank) => (parse(bank) as { questions?: Question[] } | null)?.questions ?? []),
  };
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

describe.each(codes)('the notes for trainers of %s', (code) => {
  let texts: Texts;
  /** What lessons and practice give to everybody: a term of theirs gives no question away. */
  let open: string;
  beforeAll(async () => {
    texts = await textsOf(code);
    const all = await Promise.all(codes.map(textsOf));
    const practice = all.flatMap(({ questions }) => questions.filter(({ use }) => use === 'practice'));
    open = close(
      [
        ...all.flatMap(({ pages }) => pages).map((page) => page.replace(note, '').replace(/[*_`]/g, '')),
        ...wordsOf(practice),
      ].join('\n'),
    );
  });

  test('quote no question of a test: who teaches by them would teach the test', () => {
    const graded = texts.questions.filter(({ use }) => use === 'graded');
    expect(graded.length).toBeGreaterThan(20);
    const asked = close(graded.flatMap(({ rationale: _, ...question }) => wordsOf(question)).join('\n'));
    const notes = texts.pages.flatMap((page) => [...page.matchAll(note)]);
    expect(notes.length).toBeGreaterThan(10);
    const quoted = notes.flatMap(([, name, words]) =>
      words!
        .split(marks)
        .map(close)
        .filter((piece) => piece.length >= shortest && !open.includes(piece) && asked.includes(piece))
        .map((piece) => `${name}: ${piece}`),
    );
    expect(quoted).toEqual([]);
  });
});
