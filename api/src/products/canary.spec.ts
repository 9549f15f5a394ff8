import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { renderDocument } from '../document/render.js';
import { checkCurriculum, type Curriculum, readFolder, type Source } from '../format/index.js';
import { audiences, productKinds, productModel } from './catalog.rules.js';

const curricula = join(import.meta.dirname, '../../../curricula');
const words = { trainer: 'ZQTRAINER', trainerLao: 'ຊົກຊົກຄູຝຶກ', key: 'ZQKEY' };

/** The curriculum with a word planted in every trainer block, in both languages, and in every rationale. */
async function planted(folder: string): Promise<{ curriculum: Curriculum; blocks: number }> {
  const { source, faults } = await readFolder(join(curricula, folder));
  let blocks = 0;
  const texts = new Map(
    [...source.texts].map(([path, text]) => {
      if (path.endsWith('questions.yaml'))
        return [path, text.replace(/(rationale:\s*(?:\{\s*)?\n?\s*en:\s*(?:>-\n\s*)?["']?)/g, `$1${words.key} `)];
      const word = path.endsWith('.lo.md') ? words.trainerLao : words.trainer;
      return [path, text.replace(/^:::trainer\{.*\}$/gm, (fence) => `${fence}\n${word} ${++blocks}\n`)];
    }),
  );
  const { curriculum, faults: found } = checkCurriculum({ ...source, texts } as Source, faults);
  if (curriculum === null) throw new Error(found.map(({ sentence }) => sentence.en).join('\n'));
  return { curriculum, blocks };
}

async function copied(
  curriculum: Curriculum,
  kind: (typeof productKinds)[number],
  locale: 'lo' | 'en' | 'both',
): Promise<string | null> {
  const test = curriculum.tests[0]?.code ?? null;
  const order = { kind, locale, variant: null, test, form: 'A' } as const;
  const days = { slots: slotsOf(curriculum), name: null, place: null };
  const model = productModel(curriculum, order, new Date('2026-01-01'), days);
  if (model === null) return null;
  const { bytes } = await renderDocument(model);
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
}

/** Every module on one long day: what is printed of it matters here, not when it is. */
function slotsOf({ modules }: Curriculum) {
  return modules.map(({ code, title, minutes }) => ({
    date: '2026-12-01',
    startsMinute: 480,
    minutes,
    kind: 'module' as const,
    moduleCode: code,
    testCode: null,
    titleEn: title,
    titleLo: null,
    part: 1,
  }));
}

describe.each(['foundation', 'training-of-trainers'])('every printed product of %s', (folder) => {
  it('gives participants nothing of what trainers read, and a candidate nothing of a key', async () => {
    if (spawnSync('pdftotext', ['-v']).error !== undefined)
      return console.warn('skipped: pdftotext (poppler) is not installed');
    const { curriculum, blocks } = await planted(folder);
    expect(blocks).toBeGreaterThan(10);
    for (const kind of productKinds)
      for (const locale of ['lo', 'both'] as const) {
        const text = (await copied(curriculum, kind, locale))?.replace(/\s/g, '') ?? '';
        const holds = {
          trainer: text.includes(words.trainer),
          trainerLao: text.includes(words.trainerLao),
          key: text.includes(words.key),
        };
        const mayHold = audiences[kind] === 'trainers' && kind !== 'paper';
        if (!mayHold) expect({ kind, locale, ...holds }).toMatchObject({ trainer: false, trainerLao: false });
        // The answers to practice questions are at the back of the handbook; nothing else that a participant has holds one.
        if (kind === 'paper' || kind === 'slides' || kind === 'agenda')
          expect({ kind, locale, ...holds }).toMatchObject({ key: false });
        // The test would find the words if they were there.
        if (kind === 'guide') expect(holds.trainer || holds.trainerLao).toBe(true);
        if (kind === 'key' && locale === 'both' && curriculum.tests.length > 0) expect(holds.key).toBe(true);
      }
    return undefined;
  }, 120_000);

  it('keeps the keys of graded tests out of handbook and guide', async () => {
    if (spawnSync('pdftotext', ['-v']).error !== undefined) return;
    const { curriculum } = await planted(folder);
    const graded = curriculum.modules.flatMap(({ questions }) => questions.filter(({ use }) => use === 'graded'));
    const marked = new Map(graded.map((question, index) => [question.id, `ZQGRADED${index}`]));
    const watched = {
      ...curriculum,
      modules: curriculum.modules.map((module) => ({
        ...module,
        questions: module.questions.map((question) => {
          const mark = marked.get(question.id);
          return mark === undefined ? question : { ...question, prompt: { en: mark, lo: mark } };
        }),
      })),
    };
    for (const kind of ['handbook', 'guide', 'slides'] as const)
      expect(await copied(watched, kind, 'en')).not.toContain('ZQGRADED');
  }, 120_000);
});
