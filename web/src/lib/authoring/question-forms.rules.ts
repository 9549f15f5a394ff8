/*
 * A question as its form holds it: every field of every type is there, so that changing the type loses nothing that was typed.
 * What is written to the file is made by question-writing.rules.ts.
 */

export const itemTypes = [
  'single',
  'multiple',
  'true-false',
  'number',
  'matching',
  'ordering',
  'short-answer',
] as const;
export const questionTypes = [...itemTypes, 'case', 'mrz', 'hotspot'] as const;
export const levels = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const;
export type ItemType = (typeof itemTypes)[number];
export type QuestionType = (typeof questionTypes)[number];

export interface Both {
  en: string;
  lo: string;
}
export interface Entry {
  id: string;
  text: Both;
}
export interface Option extends Entry {
  correct: boolean;
}
export interface Row extends Entry {
  match: string[];
}
export interface Spot {
  id: string;
  label: Both;
  at: [number, number, number, number];
  correct: boolean;
}

/** What a question and a part of a case share. */
export interface ItemForm {
  id: string;
  type: QuestionType;
  points: number;
  prompt: Both;
  rationale: Both;
  options: Option[];
  scoring: 'exact' | 'partial';
  isTrue: boolean;
  value: string;
  tolerance: string;
  rows: Row[];
  choices: Entry[];
  steps: Entry[];
  need: number;
  /** One spelling a line. */
  accept: Both[];
}

export interface QuestionForm extends ItemForm {
  use: 'practice' | 'graded';
  form: '' | 'A' | 'B';
  objective: string;
  level: string;
  parts: ItemForm[];
  mrz: {
    ask: 'digit' | 'fault';
    field: 'number' | 'birth' | 'expiry';
    from: 'seed' | 'value';
    seed: number;
    value: string;
  };
  image: string;
  alt: Both;
  choose: 'one' | 'several';
  spots: Spot[];
}

const nothing = (): Both => ({ en: '', lo: '' });

export function anItem(id: string, type: QuestionType): ItemForm {
  return {
    id,
    type,
    points: 1,
    prompt: nothing(),
    rationale: nothing(),
    options: [anOption('a', true), anOption('b'), anOption('c')],
    scoring: 'exact',
    isTrue: true,
    value: '',
    tolerance: '0',
    rows: [
      { id: 'r1', text: nothing(), match: [] },
      { id: 'r2', text: nothing(), match: [] },
    ],
    choices: [anEntry('c1'), anEntry('c2')],
    steps: [anEntry('s1'), anEntry('s2'), anEntry('s3')],
    need: 1,
    accept: [nothing()],
  };
}

export function aQuestion(id: string, type: QuestionType, objective: string): QuestionForm {
  return {
    ...anItem(id, type),
    use: 'practice',
    form: '',
    objective,
    level: 'understand',
    parts: [anItem('part-1', 'single'), anItem('part-2', 'single')],
    mrz: { ask: 'digit', field: 'number', from: 'seed', seed: 1, value: '' },
    image: '',
    alt: nothing(),
    choose: 'one',
    spots: [],
  };
}

const anOption = (id: string, correct = false): Option => ({ id, text: nothing(), correct });
export const anEntry = (id: string): Entry => ({ id, text: nothing() });

/** An id for one more entry of a list: the first letter, or the stem with a number, that is free. */
export function freeId(taken: readonly { id: string }[], stem = ''): string {
  const ids = new Set(taken.map(({ id }) => id));
  const names = stem
    ? Array.from({ length: 60 }, (_, n) => `${stem}${n + 1}`)
    : Array.from({ length: 26 }, (_, n) => String.fromCodePoint(97 + n));
  return names.find((name) => !ids.has(name)) ?? `${stem || 'x'}${ids.size + 1}`;
}

/** The id of a new question of a module: `M07-p11` for practice, `M07-g4` for a test. */
export function freeQuestionId(module: string, use: 'practice' | 'graded', taken: readonly string[]): string {
  const stem = `${module}-${use === 'practice' ? 'p' : 'g'}`;
  let n = 1;
  while (taken.includes(`${stem}${n}`)) n++;
  return `${stem}${n}`;
}

/** One place up or down, for the buttons and for Alt with the arrow keys. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  if (to < 0 || to >= list.length) return [...list];
  const copy = [...list];
  copy.splice(to, 0, ...copy.splice(from, 1));
  return copy;
}

type Raw = Readonly<Record<string, unknown>>;

/** The form of a question as somebody wrote it, in the browser or in a file; what cannot be read is left as it is when new. */
export function formOf(written: Raw): QuestionForm {
  const type = questionTypes.find((one) => one === written.type) ?? 'single';
  const empty = aQuestion('', type, '');
  const mrz = raw(written.mrz);
  return {
    ...empty,
    ...itemOf(written, type),
    use: written.use === 'graded' ? 'graded' : 'practice',
    form: written.form === 'A' || written.form === 'B' ? written.form : '',
    objective: words(written.objective),
    level: words(written.level) || empty.level,
    parts: Array.isArray(written.parts) ? written.parts.map((part) => partOf(raw(part))) : empty.parts,
    mrz: {
      ask: mrz.ask === 'fault' ? 'fault' : 'digit',
      field: mrz.field === 'birth' || mrz.field === 'expiry' ? mrz.field : 'number',
      from: typeof mrz.value === 'string' ? 'value' : 'seed',
      seed: typeof mrz.seed === 'number' ? mrz.seed : 1,
      value: words(mrz.value),
    },
    image: words(written.image),
    alt: both(written.alt),
    choose: written.choose === 'several' ? 'several' : 'one',
    spots: entries(written.spots).map((spot) => ({
      id: words(spot.id),
      label: both(spot.label),
      at: place(spot.at),
      correct: spot.correct === true,
    })),
  };
}

const partOf = (part: Raw) => itemOf(part, itemTypes.find((one) => one === part.type) ?? 'single');

function itemOf(written: Raw, type: QuestionType): ItemForm {
  const empty = anItem('', type);
  const answer = raw(written.answer);
  const listed = <T>(name: string, make: (entry: Raw) => T, otherwise: T[]): T[] =>
    Array.isArray(written[name]) ? entries(written[name]).map(make) : otherwise;
  const entry = (one: Raw): Entry => ({ id: words(one.id), text: both(one.text) });
  return {
    ...empty,
    id: words(written.id),
    points: typeof written.points === 'number' ? written.points : 1,
    prompt: both(written.prompt),
    rationale: both(written.rationale),
    options: listed('options', (one) => ({ ...entry(one), correct: one.correct === true }), empty.options),
    scoring: written.scoring === 'partial' ? 'partial' : 'exact',
    isTrue: written.answer !== false,
    value: answer.value === undefined ? '' : String(answer.value),
    tolerance: answer.tolerance === undefined ? '0' : String(answer.tolerance),
    rows: listed(
      'rows',
      (one) => ({ ...entry(one), match: Array.isArray(one.match) ? one.match.map(String) : [] }),
      empty.rows,
    ),
    choices: listed('choices', entry, empty.choices),
    steps: listed('steps', entry, empty.steps),
    need: typeof written.need === 'number' ? written.need : 1,
    accept: listed('accept', (one) => ({ en: spellings(one.en), lo: spellings(one.lo) }), empty.accept),
  };
}

const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const both = (value: unknown): Both => ({ en: words(raw(value).en), lo: words(raw(value).lo) });
const entries = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(raw) : []);
const spellings = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('\n') : '');

function place(value: unknown): Spot['at'] {
  const [x = 0, y = 0, width = 40, height = 40] = Array.isArray(value) ? value.map(Number) : [];
  return [x, y, width, height];
}
