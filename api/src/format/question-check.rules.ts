import type { Module, Picture, Question, QuestionPart } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
import type { ReadYaml } from './yaml.rules.js';

type At = ReadYaml<unknown>['at'];

/** What a question is checked against: the module that it belongs to. */
export interface QuestionSurroundings {
  readonly code: string;
  readonly objectives: ReadonlySet<string>;
  readonly images: ReadonlyMap<string, Picture>;
}

/** What a question says that the shape cannot: its key, its options, its id. `at` finds a field of the question. */
export function questionFaults(question: Question, around: QuestionSurroundings, at: At): Fault[] {
  const { id, objective, form, use } = question;
  const faults: Fault[] = [];
  if (!id.startsWith(`${around.code}-`)) faults.push(fault('question.foreign', at('id'), { id, code: around.code }));
  if (!around.objectives.has(objective)) faults.push(fault('question.objective', at('objective'), { id: objective }));
  if (form !== null && use === 'practice') faults.push(fault('question.form', at('form')));
  if (question.type === 'case') {
    faults.push(...sameIds(question.parts, at, 'parts'));
    question.parts.forEach((part, index) => faults.push(...kindFaults(part, (...path) => at('parts', index, ...path))));
    return faults;
  }
  if (question.type === 'hotspot') return [...faults, ...hotspotFaults(question, around.images, at)];
  return question.type === 'mrz' ? faults : [...faults, ...kindFaults(question, at)];
}

/** What each type needs so that it can be answered and marked. */
function kindFaults(question: QuestionPart | Exclude<Question, { type: 'case' | 'hotspot' | 'mrz' }>, at: At): Fault[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return choiceFaults(question.type, question.options, at, 'options');
    case 'matching': {
      const { rows, choices } = question;
      const known = new Set(choices.map(({ id }) => id));
      return [
        ...sameIds(rows, at, 'rows'),
        ...sameIds(choices, at, 'choices'),
        ...sameTexts(rows, at, 'rows'),
        ...sameTexts(choices, at, 'choices'),
        ...rows.flatMap(({ match }, index) =>
          match.filter((id) => !known.has(id)).map((id) => fault('question.match', at('rows', index, 'match'), { id })),
        ),
      ];
    }
    case 'ordering':
      return [...sameIds(question.steps, at, 'steps'), ...sameTexts(question.steps, at, 'steps')];
    case 'short-answer': {
      const faults = question.accept.flatMap(({ en, lo }, index) =>
        en.length + lo.length > 0 ? [] : [fault('question.accept-empty', at('accept', index))],
      );
      const { need, accept } = question;
      return need <= accept.length
        ? faults
        : [...faults, fault('question.need', at('need'), { need, held: accept.length })];
    }
    case 'true-false':
    case 'number':
      return [];
  }
}

interface Choosable {
  readonly id: string;
  readonly correct: boolean;
  readonly text: { readonly en: string };
}

function choiceFaults(type: 'single' | 'multiple', list: readonly Choosable[], at: At, field: string): Fault[] {
  const right = list.filter(({ correct }) => correct).length;
  const faults = [...sameIds(list, at, field), ...sameTexts(list, at, field)];
  if (right === 0) faults.push(fault('question.no-key', at(field)));
  else if (type === 'single' && right > 1) faults.push(fault('question.keys', at(field), { count: right }));
  else if (right === list.length) faults.push(fault('question.all-keys', at(field)));
  return faults;
}

function hotspotFaults(
  { image, choose, spots }: Extract<Question, { type: 'hotspot' }>,
  images: QuestionSurroundings['images'],
  at: At,
): Fault[] {
  const labelled = spots.map(({ id, correct, label }) => ({ id, correct, text: label }));
  const faults = choiceFaults(choose === 'one' ? 'single' : 'multiple', labelled, at, 'spots');
  const picture = images.get(image);
  if (picture === undefined) return [...faults, fault('prose.image-missing', at('image'), { path: image })];
  spots.forEach(({ at: [x, y, width, height] }, index) => {
    if (x + width > picture.width || y + height > picture.height)
      faults.push(
        fault('question.spot-outside', at('spots', index, 'at'), { width: picture.width, height: picture.height }),
      );
  });
  return faults;
}

function sameIds(entries: readonly { readonly id: string }[], at: At, field: string): Fault[] {
  return entries.flatMap(({ id }, index) =>
    entries.findIndex((other) => other.id === id) < index
      ? [fault('question.option-twice', at(field, index, 'id'), { id })]
      : [],
  );
}

function sameTexts(entries: readonly { readonly text: { readonly en: string } }[], at: At, field: string): Fault[] {
  return entries.flatMap(({ text }, index) =>
    entries.findIndex((other) => other.text.en === text.en) < index
      ? [fault('question.option-same', at(field, index, 'text'))]
      : [],
  );
}

/** Each objective of a module needs a question; better two, one to practise and one to be tested by. */
export function objectiveFaults({ objectives, questions }: Pick<Module, 'objectives' | 'questions'>, at: At): Fault[] {
  return objectives.flatMap(({ id }, index) => {
    const uses = new Set(questions.filter(({ objective }) => objective === id).map(({ use }) => use));
    const place = at('objectives', index);
    if (uses.size === 0) return [fault('objective.untested', place, { id })];
    if (!uses.has('practice')) return [fault('objective.no-practice', place, { id })];
    return uses.has('graded') ? [] : [fault('objective.no-graded', place, { id })];
  });
}
