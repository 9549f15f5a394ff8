import { createHash } from 'node:crypto';
import type { Localised, Locale, Module, Question, QuestionOption } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
import type { ReadYaml } from './yaml.rules.js';

/** What a question says that the shape cannot: its key, its options, its id. `at` finds a field of the question. */
export function questionFaults(
  question: Question,
  code: string,
  objectives: ReadonlySet<string>,
  at: ReadYaml<unknown>['at'],
): Fault[] {
  const faults: Fault[] = [];
  if (!question.id.startsWith(`${code}-`)) faults.push(fault('question.foreign', at('id'), { id: question.id, code }));
  if (!objectives.has(question.objective))
    faults.push(fault('question.objective', at('objective'), { id: question.objective }));
  if (!('options' in question)) return faults;
  const right = question.options.filter(({ correct }) => correct).length;
  if (right === 0) faults.push(fault('question.no-key', at('options')));
  else if (question.type === 'single' && right > 1)
    faults.push(fault('question.keys', at('options'), { count: right }));
  else if (right === question.options.length) faults.push(fault('question.all-keys', at('options')));
  const ids = new Set<string>();
  const texts = new Set<string>();
  question.options.forEach(({ id, text }, index) => {
    if (ids.has(id)) faults.push(fault('question.option-twice', at('options', index, 'id'), { id }));
    if (texts.has(text.en)) faults.push(fault('question.option-same', at('options', index, 'text')));
    ids.add(id);
    texts.add(text.en);
  });
  return faults;
}

/** Each objective of a module needs a question; better two, one to practise and one to be tested by. */
export function objectiveFaults(
  { objectives, questions }: Pick<Module, 'objectives' | 'questions'>,
  at: ReadYaml<unknown>['at'],
): Fault[] {
  return objectives.flatMap(({ id }, index) => {
    const uses = new Set(questions.filter(({ objective }) => objective === id).map(({ use }) => use));
    const place = at('objectives', index);
    if (uses.size === 0) return [fault('objective.untested', place, { id })];
    if (!uses.has('practice')) return [fault('objective.no-practice', place, { id })];
    return uses.has('graded') ? [] : [fault('objective.no-graded', place, { id })];
  });
}

/** Whether a reader of the language sees the whole question in it; half a question in another language helps nobody. */
export function isTranslated(question: Question, locale: Locale): boolean {
  return textsOf(question).every((text) => text[locale] !== null);
}

export function textsOf(question: Question): Localised[] {
  return [
    question.prompt,
    question.rationale,
    ...('options' in question ? question.options.map(({ text }) => text) : []),
  ];
}

/**
 * The question with option ids that say nothing: authors tend to write the right option first, or call it `right`.
 * The same question and option have the same id in every version, so that answers can be compared. Without the salt,
 * which never leaves the server, an id cannot be traced back.
 */
export function sealed(question: Question, salt: string): Question {
  if (!('options' in question)) return question;
  const seal = ({ id }: QuestionOption) =>
    createHash('sha256').update(`${salt}\n${question.id}\n${id}`).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
  return { ...question, options: question.options.map((option) => ({ ...option, id: seal(option) })) };
}

interface PaperFields {
  readonly id: string;
  readonly points: number;
  readonly prompt: Localised;
}

/** A question as a candidate sees it before the attempt is closed. */
export type PaperQuestion =
  | (PaperFields & {
      readonly type: 'single';
      readonly options: readonly { readonly id: string; readonly text: Localised }[];
    })
  | (PaperFields & {
      readonly type: 'multiple';
      readonly scoring: 'exact' | 'partial';
      readonly options: readonly { readonly id: string; readonly text: Localised }[];
    })
  | (PaperFields & { readonly type: 'true-false' | 'number' });

/** Made field by field from what may be known, so that a field added to questions later is not sent by accident. */
export function withoutKey(question: Question): PaperQuestion {
  const { id, points, prompt, type } = question;
  if (type === 'true-false' || type === 'number') return { id, points, prompt, type };
  const options = question.options.map((option) => ({ id: option.id, text: option.text }));
  return type === 'single'
    ? { id, points, prompt, type, options }
    : { id, points, prompt, type, scoring: question.scoring, options };
}
