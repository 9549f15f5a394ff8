import type { Curriculum, Test } from './curriculum.js';
import { agendaFaults, drawFaults } from './agenda.rules.js';
import { fault, hasErrors, inReadingOrder, type Fault } from './fault.rules.js';
import type { Source } from './folder.source.js';
import { curriculumShape, testShape } from './format.shapes.js';
import { readModule, type ReadModule } from './module.rules.js';
import { letterFaults } from './text.rules.js';
import { localisedFaults } from './translation.rules.js';
import { readYaml, type ReadYaml } from './yaml.rules.js';

export interface Checked {
  /** Null when there is an error. */
  readonly curriculum: Curriculum | null;
  readonly faults: readonly Fault[];
}

const file = 'curriculum.yaml';

/** Reads a whole curriculum and says everything that is wrong with it, not only the first thing. */
export function checkCurriculum(source: Source, found: readonly Fault[] = []): Checked {
  const text = source.texts.get(file);
  const faults = [...found, ...[...source.texts].flatMap(([path, content]) => letterFaults(path, content))];
  if (found.some(({ code }) => code === 'folder.missing')) return { curriculum: null, faults: found };
  if (text === undefined)
    return {
      curriculum: null,
      faults: inReadingOrder([...faults, fault('file.missing', { file, line: 1, column: 1 })]),
    };

  const outline = readYaml(file, text, curriculumShape);
  const hasLao = outline.value === null || outline.value.languages.lo !== null;
  const folders = uniqueFolders(outline, source);
  const modules = folders.map((folder) => readModule(source, folder, hasLao));
  const tests = testCodes(outline, source).map((code) => readTest(source, code));
  faults.push(
    ...outline.faults,
    ...modules.flatMap((module) => module.faults),
    ...tests.flatMap((test) => test.faults),
  );
  faults.push(...strangers(source, outline.written, folders), ...clashes(modules));

  const complete = modules.flatMap(({ module }) => module ?? []);
  const papers = tests.flatMap(({ test }) => test ?? []);
  if (outline.value === null) return { curriculum: null, faults: inReadingOrder(faults) };
  const curriculum: Curriculum = { ...outline.value, modules: complete, tests: papers };
  if (hasLao) faults.push(...titleFaults(curriculum, outline, tests));
  /* With a module missing, every mention of it would be one more fault about the same mistake. */
  if (complete.length === modules.length && papers.length === tests.length)
    faults.push(
      ...agendaFaults(curriculum, outline.at),
      ...tests.flatMap(({ test, at }) => (test === null ? [] : drawFaults(test, complete, at))),
    );
  return { curriculum: hasErrors(faults) ? null : curriculum, faults: inReadingOrder(faults) };
}

type Outline = ReadYaml<{ modules: string[]; tests: string[] }>;

/** When curriculum.yaml is broken its modules are checked all the same, from what lies in the folder. */
function uniqueFolders({ value }: Outline, source: Source): string[] {
  return [...new Set(value?.modules ?? foldersOf(source))];
}

function testCodes({ value }: Outline, source: Source): string[] {
  const lying = [...source.texts.keys()].flatMap((path) => /^tests\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []);
  return [...new Set(value?.tests ?? lying)];
}

function foldersOf(source: Source): string[] {
  return [...new Set([...source.texts.keys()].flatMap((path) => /^modules\/([^/]+)\//.exec(path)?.[1] ?? []))];
}

interface ReadTest {
  readonly test: Test | null;
  readonly faults: readonly Fault[];
  readonly at: ReadYaml<unknown>['at'];
}

function readTest(source: Source, code: string): ReadTest {
  const path = `tests/${code}.yaml`;
  const text = source.texts.get(path);
  const start = { file: path, line: 1, column: 1 };
  if (text === undefined) return { test: null, faults: [fault('file.missing', start)], at: () => start };
  const { value, faults, at } = readYaml(path, text, testShape);
  if (value !== null && value.code !== code)
    return { test: value, faults: [...faults, fault('test.name', at('code'), { code: value.code })], at };
  return { test: value, faults, at };
}

/** Files and folders that nothing refers to, and things listed twice. */
function strangers(source: Source, written: unknown, folders: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const lists = (written ?? {}) as { modules?: unknown; tests?: unknown };
  const start = { file, line: 1, column: 1 };
  for (const folder of twice(lists.modules)) faults.push(fault('module.listed-twice', start, { folder }));
  for (const code of twice(lists.tests)) faults.push(fault('test.listed-twice', start, { code }));
  for (const folder of foldersOf(source))
    if (!folders.includes(folder))
      faults.push(fault('module.unlisted', { file: `modules/${folder}`, line: 1, column: 1 }));
  for (const path of source.texts.keys()) {
    const test = /^tests\/([^/]+)\.yaml$/.exec(path)?.[1];
    const place = { file: path, line: 1, column: 1 };
    if (test !== undefined) {
      if (Array.isArray(lists.tests) && !lists.tests.includes(test)) faults.push(fault('test.unlisted', place));
    } else if (
      path !== file &&
      !/^modules\/[^/]+\/(?:module\.md|module\.lo\.md|questions\.yaml)$/.test(path) &&
      !/^(?:README|NOTES)\.md$/.test(path)
    )
      faults.push(fault('file.unknown', place));
  }
  return faults;
}

function twice(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return [...new Set(list.filter((entry, index) => list.indexOf(entry) < index).map(String))];
}

/** Module codes and question ids are unique in the whole curriculum. */
function clashes(modules: readonly ReadModule[]): Fault[] {
  const codes = new Map<string, string>();
  const questions = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { module, questionAt } of modules) {
    if (module === null) continue;
    const place = { file: module.prose.file, line: 1, column: 1 };
    if (codes.has(module.code))
      faults.push(fault('module.code-twice', place, { code: module.code, other: codes.get(module.code)! }));
    codes.set(module.code, module.folder);
    module.questions.forEach(({ id }, index) => {
      const other = questions.get(id);
      if (other !== undefined) faults.push(fault('question.twice', questionAt(index), { id, other }));
      questions.set(id, module.folder);
    });
  }
  return faults;
}

function titleFaults({ title, summary, agenda }: Curriculum, { at }: Outline, tests: readonly ReadTest[]): Fault[] {
  return [
    ...localisedFaults('title', title, at('title')),
    ...localisedFaults('summary', summary, at('summary')),
    ...agenda.flatMap((item, index) =>
      'title' in item ? localisedFaults('title', item.title, at('agenda', index)) : [],
    ),
    ...tests.flatMap(({ test, at: testAt }) =>
      test === null ? [] : localisedFaults('title', test.title, testAt('title')),
    ),
  ];
}
