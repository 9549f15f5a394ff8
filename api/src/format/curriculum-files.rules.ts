import type { z } from 'zod';
import type { Blueprint, Module, Rubric, Survey } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
import type { Source } from './folder.source.js';
import { blueprintShape, rubricShape, surveyShape } from './format.shapes.js';
import { localisedFaults } from './translation.rules.js';
import { readYaml, type ReadYaml } from './yaml.rules.js';

/** The lists of curriculum.yaml whose entries are files of their own, and their folders. */
export const fileLists = ['tests', 'blueprints', 'rubrics', 'surveys'] as const;
export type FileList = (typeof fileLists)[number];

export interface ReadFile<T> {
  readonly value: T | null;
  readonly faults: readonly Fault[];
  readonly at: ReadYaml<unknown>['at'];
}

/** Reads `<list>/<code>.yaml`; the code inside must be the name of the file. */
export function readListed<Shape extends z.ZodType<{ code: string }>>(
  source: Source,
  list: FileList,
  code: string,
  shape: Shape,
): ReadFile<z.output<Shape>> {
  const path = `${list}/${code}.yaml`;
  const text = source.texts.get(path);
  const start = { file: path, line: 1, column: 1 };
  if (text === undefined) return { value: null, faults: [fault('file.missing', start)], at: () => start };
  const { value, faults, at } = readYaml(path, text, shape);
  if (value !== null && value.code !== code)
    return { value, faults: [...faults, fault('file.name', at('code'), { code: value.code })], at };
  return { value, faults, at };
}

/** Can both forms be made? Each cell needs as many graded questions of its objective in A as in B. */
export function readBlueprint(source: Source, code: string, modules: readonly Module[] | null): ReadFile<Blueprint> {
  const read = readListed(source, 'blueprints', code, blueprintShape);
  if (read.value === null || modules === null) return read;
  const objectives = new Set(modules.flatMap((module) => module.objectives.map(({ id }) => id)));
  const { cells } = read.value;
  const held = Map.groupBy(
    modules.flatMap(({ questions }) => questions),
    ({ objective, form }) => `${form} ${objective}`,
  );
  const faults = cells.flatMap(({ objective: id, count }, index): Fault[] => {
    const place = read.at('cells', index);
    if (!objectives.has(id)) return [fault('blueprint.objective', place, { id })];
    if (cells.findIndex(({ objective }) => objective === id) < index)
      return [fault('blueprint.objective-twice', place, { id })];
    return (['A', 'B'] as const).flatMap((form) => {
      const all = held.get(`${form} ${id}`)?.length ?? 0;
      return all < count ? [fault('blueprint.too-few', place, { id, count, form, held: all })] : [];
    });
  });
  return { ...read, faults: [...read.faults, ...faults] };
}

export function readRubric(source: Source, code: string, hasLao: boolean): ReadFile<Rubric> {
  const read = readListed(source, 'rubrics', code, rubricShape);
  if (read.value === null) return read;
  const { title, scale, criteria } = read.value;
  const faults = scale.from < scale.to ? [] : [fault('rubric.scale', read.at('scale'), scale)];
  criteria.forEach(({ least, ...criterion }, index) => {
    if (least !== null && (least < scale.from || least > scale.to))
      faults.push(fault('rubric.least', read.at('criteria', index, 'least'), { least, ...scale }));
    if (hasLao)
      for (const text of [criterion.title, criterion.low, criterion.middle, criterion.high])
        faults.push(...localisedFaults(criterion.id, text, read.at('criteria', index)));
  });
  if (hasLao) faults.push(...localisedFaults('title', title, read.at('title')));
  return { ...read, faults: [...read.faults, ...faults] };
}

export function readSurvey(source: Source, code: string, hasLao: boolean): ReadFile<Survey> {
  const read = readListed(source, 'surveys', code, surveyShape);
  if (read.value === null) return read;
  const { title, scale, statements, comments } = read.value;
  const faults =
    scale.from < scale.to ? [] : [fault('rubric.scale', read.at('scale'), { from: scale.from, to: scale.to })];
  if (hasLao) {
    faults.push(...localisedFaults('title', title, read.at('title')));
    for (const [list, entries] of Object.entries({ statements, comments }))
      entries.forEach(({ id, text }, index) => faults.push(...localisedFaults(id, text, read.at(list, index))));
  }
  return { ...read, faults: [...read.faults, ...faults] };
}

/** What curriculum.yaml lists, or what lies in the folder when it cannot be read; each once. */
export function listedCodes(source: Source, list: FileList, listed: readonly string[] | undefined): string[] {
  const inFolder = new RegExp(`^${list}/([^/]+)\\.yaml$`);
  const lying = [...source.texts.keys()].flatMap((path) => inFolder.exec(path)?.[1] ?? []);
  return [...new Set(listed ?? lying)];
}
