import type { Blueprint, Curriculum, Test } from './curriculum.js';
import { agendaFaults, drawFaults } from './agenda.rules.js';
import {
  type FileList,
  fileLists,
  listedCodes,
  readBlueprint,
  type ReadFile,
  readListed,
  readRubric,
  readSurvey,
} from './curriculum-files.rules.js';
import { gateFaults } from './freshness.rules.js';
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
  /** What could be read for all that, for showing and comparing; null where curriculum.yaml itself says nothing that can be used. */
  readonly readable: Readable | null;
}

export interface Readable {
  readonly curriculum: Curriculum;
  /** What it lacks: `modules/02-persons`, `tests/pre-test`. */
  readonly unread: readonly string[];
}

const file = 'curriculum.yaml';

/**
 * Reads a whole curriculum and says everything that is wrong with it, not only the first thing. `read` may be a `readModule`
 * that remembers: whoever checks after every change reads again only the module that changed.
 */
export function checkCurriculum(
  source: Source,
  found: readonly Fault[] = [],
  read: (source: Source, folder: string, hasLao: boolean) => ReadModule = readModule,
  letters: (path: string, text: string) => readonly Fault[] = letterFaults,
): Checked {
  const text = source.texts.get(file);
  const faults = [...found, ...[...source.texts].flatMap(([path, content]) => letters(path, content))];
  if (found.some(({ code }) => code === 'folder.missing')) return { curriculum: null, faults: found, readable: null };
  if (text === undefined)
    return {
      curriculum: null,
      faults: inReadingOrder([...faults, fault('file.missing', { file, line: 1, column: 1 })]),
      readable: null,
    };

  const { outline, hasLao, folders } = outlined(source);
  const modules = folders.map((folder) => read(source, folder, hasLao));
  const complete = modules.flatMap(({ module }) => module ?? []);
  /* With a module missing, every mention of it would be one more fault about the same mistake. */
  const known = complete.length === modules.length ? complete : null;
  const codes = (list: FileList) => listedCodes(source, list, outline.value?.[list]);
  const blueprints = codes('blueprints').map((code) => readBlueprint(source, code, known));
  const laid = blueprints.flatMap(({ value }) => value ?? []);
  const tests = codes('tests').map((code) => readTest(source, code, laid));
  const rubrics = codes('rubrics').map((code) => readRubric(source, code, hasLao));
  const surveys = codes('surveys').map((code) => readSurvey(source, code, hasLao));
  faults.push(
    ...outline.faults,
    ...[...modules, ...blueprints, ...tests, ...rubrics, ...surveys].flatMap((read) => read.faults),
    ...strangers(source, outline.written, folders),
    ...clashes(modules),
    ...unusedBlueprints(blueprints, tests),
  );
  if (outline.value === null) return { curriculum: null, faults: inReadingOrder(faults), readable: null };
  const curriculum: Curriculum = {
    ...outline.value,
    modules: complete,
    tests: tests.flatMap(({ value }) => value ?? []),
    blueprints: laid,
    rubrics: rubrics.flatMap(({ value }) => value ?? []),
    surveys: surveys.flatMap(({ value }) => value ?? []),
  };
  if (hasLao) faults.push(...titleFaults(curriculum, outline, tests));
  faults.push(...variantFaults(curriculum, outline.at));
  if (known !== null && curriculum.tests.length === tests.length)
    faults.push(
      ...agendaFaults(curriculum, outline.at),
      ...tests.flatMap(({ value, at }) => (value === null ? [] : drawFaults(value, complete, at))),
    );
  faults.push(...gateFaults(faults, outline.value.languages.lo?.require ?? 'none'));
  const lists = { tests, blueprints, rubrics, surveys };
  const unread = [
    ...folders.filter((_, index) => modules[index]!.module === null).map((folder) => `modules/${folder}`),
    ...fileLists.flatMap((list) =>
      codes(list)
        .filter((_, index) => lists[list][index]!.value === null)
        .map((code) => `${list}/${code}`),
    ),
  ];
  const readable = { curriculum, unread };
  return { curriculum: hasErrors(faults) ? null : curriculum, faults: inReadingOrder(faults), readable };
}

/** What curriculum.yaml says about reading the modules; where it says nothing, every folder is one, and Lao is expected. */
export function outlined(source: Source) {
  const outline = readYaml(file, source.texts.get(file) ?? '', curriculumShape);
  return {
    outline,
    hasLao: outline.value === null || outline.value.languages.lo !== null,
    folders: [...new Set(outline.value?.modules ?? foldersOf(source))],
  };
}

type Outline = ReadYaml<unknown>;

function foldersOf(source: Source): string[] {
  return [...new Set([...source.texts.keys()].flatMap((path) => /^modules\/([^/]+)\//.exec(path)?.[1] ?? []))];
}

/** A test with its blueprint laid out: each cell takes its questions from the module that its objective names. */
function readTest(source: Source, code: string, blueprints: readonly Blueprint[]): ReadFile<Test> {
  const { value, faults, at } = readListed(source, 'tests', code, testShape);
  if (value === null) return { value, faults, at };
  const { draw = [], blueprint = null, ...test } = value;
  if (blueprint === null) return { value: { ...test, draw, blueprint }, faults, at };
  const laid = blueprints.find((candidate) => candidate.code === blueprint);
  if (laid === undefined)
    return {
      value: { ...test, draw, blueprint },
      faults: [...faults, fault('blueprint.missing', at('blueprint'), { code: blueprint })],
      at,
    };
  const cells = laid.cells.map(({ objective, count }) => ({ module: objective.split('.')[0]!, objective, count }));
  return { value: { ...test, draw: cells, blueprint }, faults, at };
}

function unusedBlueprints(blueprints: readonly ReadFile<Blueprint>[], tests: readonly ReadFile<Test>[]): Fault[] {
  const used = new Set(tests.map(({ value }) => value?.blueprint));
  return blueprints.flatMap(({ value, at }) =>
    value === null || used.has(value.code) ? [] : [fault('blueprint.unused', at('code'))],
  );
}

/** Sections and blocks name variants that exist. */
function variantFaults({ variants, modules }: Curriculum, at: Outline['at']): Fault[] {
  const known = new Set(variants.map(({ id }) => id));
  const faults = variants.flatMap(({ id }, index) =>
    variants.findIndex((other) => other.id === id) < index
      ? [fault('variant.twice', at('variants', index), { id })]
      : [],
  );
  for (const { prose } of modules)
    for (const section of prose.sections)
      for (const place of [section, ...section.parts]) {
        if (!('only' in place)) continue;
        for (const id of [place.only, place.skip])
          if (id !== null && !known.has(id))
            faults.push(fault('variant.unknown', { file: prose.file, line: place.line, column: 1 }, { id }));
      }
  return faults;
}

/** Files and folders that nothing refers to, and things listed twice. */
function strangers(source: Source, written: unknown, folders: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const lists = (written ?? {}) as Partial<Record<FileList | 'modules', unknown>>;
  const start = { file, line: 1, column: 1 };
  for (const folder of twice(lists.modules)) faults.push(fault('module.listed-twice', start, { folder }));
  for (const list of fileLists)
    for (const code of twice(lists[list])) faults.push(fault('file.listed-twice', start, { code, list }));
  for (const folder of foldersOf(source))
    if (!folders.includes(folder))
      faults.push(fault('module.unlisted', { file: `modules/${folder}`, line: 1, column: 1 }));
  for (const path of source.texts.keys()) {
    const [, list, code] = /^(tests|blueprints|rubrics|surveys)\/([^/]+)\.yaml$/.exec(path) ?? [];
    const place = { file: path, line: 1, column: 1 };
    if (list !== undefined) {
      /* Of an outline that cannot be read nobody knows what it lists. */
      const listed = written === null ? null : (lists[list as FileList] ?? []);
      if (Array.isArray(listed) && !listed.includes(code)) faults.push(fault('file.unlisted', place, { list }));
    } else if (path !== file && !belongsToModule.test(path) && !/^(?:README|NOTES)\.md$/.test(path))
      faults.push(fault('file.unknown', place));
  }
  return faults;
}

const belongsToModule = /^modules\/[^/]+\/(?:module\.md|module\.lo\.md|questions\.yaml|translation\.lo\.yaml)$/;

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

function titleFaults(
  { title, summary, agenda }: Curriculum,
  { at }: Outline,
  tests: readonly ReadFile<Test>[],
): Fault[] {
  return [
    ...localisedFaults('title', title, at('title')),
    ...localisedFaults('summary', summary, at('summary')),
    ...agenda.flatMap((item, index) =>
      'title' in item ? localisedFaults('title', item.title, at('agenda', index)) : [],
    ),
    ...tests.flatMap(({ value, at: testAt }) =>
      value === null ? [] : localisedFaults('title', value.title, testAt('title')),
    ),
  ];
}
