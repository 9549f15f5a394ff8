import type { LaoModule, Module, Picture, Prose, Question } from './curriculum.js';
import { fault, type Fault, type Place } from './fault.rules.js';
import type { Source } from './folder.source.js';
import { moduleLaoShape, moduleShape } from './format.shapes.js';
import { questionsShape } from './question.shapes.js';
import { freshnessFaults, readRecord, staleUnits } from './freshness.rules.js';
import { splitFrontMatter } from './markdown.rules.js';
import { checkProse, type Citations } from './prose-check.rules.js';
import { readProse } from './prose.rules.js';
import { sectionMinutes } from './section-minutes.rules.js';
import { objectiveFaults, questionFaults } from './question-check.rules.js';
import { localisedFaults, questionTranslationFaults, translationFaults } from './translation.rules.js';
import { unitsOf } from './units.rules.js';
import { readYaml, type ReadYaml } from './yaml.rules.js';

export interface ReadModule {
  /** Null when its front matter or its questions cannot be understood. */
  readonly module: Module | null;
  readonly faults: readonly Fault[];
  /** Where a question of the module stands. */
  questionAt(index: number): Place;
}

/** Reads `modules/<folder>` in both languages and checks everything that can be checked without the other modules. */
export function readModule(source: Source, folder: string, hasLao: boolean): ReadModule {
  const base = `modules/${folder}`;
  const file = `${base}/module.md`;
  const start = { file, line: 1, column: 1 };
  const questions = readQuestions(source, `${base}/questions.yaml`);
  const questionAt = (index: number) => questions.at('questions', index, 'id');
  const text = source.texts.get(file);
  if (text === undefined)
    return { module: null, faults: [...questions.faults, fault('file.missing', start)], questionAt };

  const { yaml, body } = splitFrontMatter(text);
  const front = readYaml(file, yaml ?? '{}', moduleShape);
  const { prose, faults } = readProse(file, body, 'en');
  faults.push(...(yaml === null ? [fault('module.front-matter', start)] : front.faults), ...questions.faults);
  const images = picturesOf(source, base);
  const lao = readLao(source, `${base}/module.lo.md`);
  faults.push(...lao.faults);
  if (front.value === null) return { module: null, faults, questionAt };

  const read: Omit<Module, 'stale'> = {
    ...front.value,
    folder,
    prose,
    body: body.trim(),
    lao: lao.module,
    questions: questions.value ?? [],
    images,
  };
  const units = unitsOf(read);
  const { record, faults: recordFaults } = readRecord(source, folder);
  const module: Module = { ...read, stale: staleUnits(units, record) };
  faults.push(
    ...recordFaults,
    ...(hasLao ? freshnessFaults(folder, units, record, questionAt) : []),
    ...frontFaults(module, front.at),
    ...wordFaults(module, front.at),
    ...translationOf(module, lao, hasLao, front.at),
  );
  if (questions.value === null) return { module: null, faults, questionAt };

  const objectives = new Set(module.objectives.map(({ id }) => id));
  module.questions.forEach((question, index) => {
    const at = (...path: readonly PropertyKey[]) => questions.at('questions', index, ...path);
    faults.push(...questionFaults(question, { code: module.code, objectives, images }, at));
    if (hasLao) faults.push(...questionTranslationFaults(question, at));
  });
  faults.push(...objectiveFaults(module, front.at), ...placementFaults(module, questionAt));
  return { module, faults, questionAt };
}

function readQuestions(
  source: Source,
  file: string,
): { value: readonly Question[] | null; faults: readonly Fault[]; at: ReadYaml<unknown>['at'] } {
  const read = readYaml(file, source.texts.get(file) ?? 'questions: []', questionsShape);
  return { value: read.value?.questions.map(withPoints) ?? null, faults: read.faults, at: read.at };
}

/** A case is worth what its parts are worth together. */
function withPoints(question: Question): Question {
  if (question.type !== 'case') return question;
  return { ...question, points: question.parts.reduce((sum, { points }) => sum + points, 0) };
}

interface ReadLao {
  readonly module: LaoModule | null;
  readonly faults: readonly Fault[];
  readonly at: ReadYaml<unknown>['at'];
}

function readLao(source: Source, file: string): ReadLao {
  const text = source.texts.get(file);
  const start = { file, line: 1, column: 1 };
  if (text === undefined) return { module: null, faults: [], at: () => start };
  const { yaml, body } = splitFrontMatter(text);
  const front = readYaml(file, yaml ?? '{}', moduleLaoShape);
  const { prose, faults } = readProse(file, body, 'lo');
  faults.push(...(yaml === null ? [fault('module.front-matter', start)] : front.faults));
  return { module: front.value === null ? null : { ...front.value, prose, body: body.trim() }, faults, at: front.at };
}

function frontFaults({ code, minutes, objectives, sources, prose }: Module, at: ReadYaml<unknown>['at']): Fault[] {
  const sum = sectionMinutes(prose);
  const faults = sum === minutes ? [] : [fault('module.minutes', at('minutes'), { sum, minutes })];
  objectives.forEach(({ id }, index) => {
    if (!id.startsWith(`${code}.`))
      faults.push(fault('objective.foreign', at('objectives', index, 'id'), { id, code }));
    if (objectives.findIndex((other) => other.id === id) < index)
      faults.push(fault('objective.twice', at('objectives', index, 'id'), { id }));
  });
  sources.forEach(({ id }, index) => {
    if (sources.findIndex((other) => other.id === id) < index)
      faults.push(fault('source.twice', at('sources', index, 'id'), { id }));
  });
  return faults;
}

function wordFaults({ sources, images, prose, lao }: Module, at: ReadYaml<unknown>['at']): Fault[] {
  const anchors = new Set(prose.sections.flatMap(({ id, parts }) => [id, ...parts.flatMap((part) => part.id ?? [])]));
  const known = new Set(sources.map(({ id }) => id));
  const check = (text: Prose, locale: 'en' | 'lo'): { faults: Fault[]; cited: Citations } =>
    checkProse(text, { locale, sources: known, images, anchors });
  const english = check(prose, 'en');
  const unused = sources.flatMap(({ id }, index) =>
    english.cited.has(id) ? [] : [fault('source.unused', at('sources', index, 'id'), { id })],
  );
  return [...english.faults, ...unused, ...(lao === null ? [] : check(lao.prose, 'lo').faults)];
}

function translationOf(
  module: Module,
  { module: lao, at: laoAt }: ReadLao,
  hasLao: boolean,
  at: ReadYaml<unknown>['at'],
): Fault[] {
  if (lao === null) return hasLao ? [fault('translation.module-missing', at('title'))] : [];
  const faults = hasLao ? [] : [fault('translation.undeclared', laoAt())];
  faults.push(...localisedFaults('title', { en: module.title, lo: lao.title }, laoAt('title')));
  for (const { id, text } of module.objectives) {
    const index = lao.objectives.findIndex((objective) => objective.id === id);
    const translated = lao.objectives[index]?.text ?? null;
    faults.push(...localisedFaults(id, { en: text, lo: translated }, laoAt('objectives', Math.max(0, index))));
  }
  for (const field of ['methods', 'materials'] as const) {
    const translated = lao[field];
    if (translated === null) {
      if (module[field].length > 0) faults.push(fault('translation.field-missing', laoAt(), { field }));
    } else if (translated.length !== module[field].length)
      faults.push(
        fault('translation.list-length', laoAt(field), { field, held: translated.length, count: module[field].length }),
      );
  }
  lao.objectives.forEach(({ id }, index) => {
    if (!module.objectives.some((objective) => objective.id === id))
      faults.push(fault('translation.unknown', laoAt('objectives', index), { id }));
  });
  return [...faults, ...translationFaults(module.prose.sections, lao)];
}

/** Practice questions stand on a page once; graded ones never do. */
function placementFaults({ prose, lao, questions }: Module, questionAt: ReadModule['questionAt']): Fault[] {
  const uses = new Map(questions.map(({ id, use }) => [id, use]));
  const placed = new Set<string>();
  const faults: Fault[] = [];
  for (const { file, sections } of lao === null ? [prose] : [prose, lao.prose])
    for (const part of sections.flatMap(({ parts }) => parts)) {
      if (part.kind !== 'question') continue;
      const place = { file, line: part.line, column: 1 };
      if (file === prose.file) placed.add(part.id);
      if (!uses.has(part.id)) faults.push(fault('question.unknown', place, { id: part.id }));
      else if (uses.get(part.id) === 'graded') faults.push(fault('question.graded-in-page', place, { id: part.id }));
    }
  questions.forEach(({ id, use }, index) => {
    if (use === 'practice' && !placed.has(id)) faults.push(fault('question.unplaced', questionAt(index), { id }));
  });
  return faults;
}

function picturesOf(source: Source, base: string): ReadonlyMap<string, Picture> {
  const inside = [...source.pictures].filter(([path]) => path.startsWith(`${base}/`));
  return new Map(inside.map(([path, picture]) => [path.slice(base.length + 1), picture]));
}
