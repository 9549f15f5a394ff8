import type { z } from 'zod';
import type { Locale, Localised, Question } from './curriculum.js';
import type { questionShape } from './question.shapes.js';

/*
 * Questions to and from the formats of other programs. What a format cannot hold is listed with the reason; nothing is dropped in
 * silence. One file holds one language.
 */

/** Why a question stays out of a file, or an entry of a file out of the questions. */
export const leftReasons = [
  'generated',
  'drawn-picture',
  'several-questions',
  'order',
  'several-answers',
  'several-matches',
  'not-translated',
  'no-answer',
  'free-text',
  'description',
  'unknown-type',
  'unreadable',
  'too-few-choices',
  'id-twice',
] as const;
export type LeftReason = (typeof leftReasons)[number];

export interface Left {
  /** The question's id, or the name or place of the entry. */
  readonly name: string;
  readonly reason: LeftReason;
}

export interface Exported {
  readonly text: string;
  readonly count: number;
  readonly left: readonly Left[];
}

/** Things that an author should look at after an import. */
export const importNotes = [
  'rationale-missing',
  'objective-missing',
  'feedback-joined',
  'markup-removed',
  'picture-lost',
] as const;
export type ImportNote = (typeof importNotes)[number];

export type WrittenQuestion = z.input<typeof questionShape>;

export interface ImportedQuestion {
  readonly question: WrittenQuestion;
  readonly notes: readonly ImportNote[];
}

export interface Imported {
  readonly questions: readonly ImportedQuestion[];
  readonly left: readonly Left[];
}

/** What an entry takes when its file does not say it. */
export interface ImportDefaults {
  readonly module: string;
  readonly objective: string;
  readonly level: Question['level'];
  readonly use: Question['use'];
  readonly locale: Locale;
}

type Simple = Extract<
  Question,
  { type: 'single' | 'multiple' | 'true-false' | 'number' | 'matching' | 'ordering' | 'short-answer' }
>;

/** The questions that can be written in a language, and why the others cannot. */
export function exportable(
  questions: readonly Question[],
  locale: Locale,
  formatLeaves: (question: Simple) => LeftReason | null,
): { simple: readonly Simple[]; left: readonly Left[] } {
  const simple: Simple[] = [];
  const left: Left[] = [];
  for (const question of questions) {
    const reason = reasonToLeave(question, locale, formatLeaves);
    if (reason === null) simple.push(question as Simple);
    else left.push({ name: question.id, reason });
  }
  return { simple, left };
}

function reasonToLeave(
  question: Question,
  locale: Locale,
  formatLeaves: (question: Simple) => LeftReason | null,
): LeftReason | null {
  if (question.type === 'mrz') return 'generated';
  if (question.type === 'hotspot') return 'drawn-picture';
  if (question.type === 'case') return 'several-questions';
  if (question.type === 'short-answer' && question.need > 1) return 'several-answers';
  if (question.type === 'matching' && question.rows.some(({ match }) => match.length > 1)) return 'several-matches';
  if (question.prompt[locale] === null) return 'not-translated';
  return formatLeaves(question);
}

export function inLocale(text: Localised, locale: Locale): string {
  return text[locale] ?? text.en;
}

/** Both languages where only one is known: the other waits for translation. English is never missing in our files. */
export function localisedFrom(text: string, locale: Locale): { en: string; lo?: string } {
  return locale === 'en' ? { en: text } : { en: text, lo: text };
}

const facts = ['use', 'objective', 'level', 'form', 'scoring', 'points'] as const;
type FactName = (typeof facts)[number];
export type QuestionFacts = Partial<Record<FactName, string>>;

/** What the question is for, as tags that other programs keep: `khou:objective=M02.1`. */
export function tagsOf(question: Question): string[] {
  const scoring = 'scoring' in question ? question.scoring : null;
  const values: Record<FactName, string | number | null> = {
    use: question.use,
    objective: question.objective,
    level: question.level,
    form: question.form,
    scoring,
    points: question.points === 1 ? null : question.points,
  };
  return facts.flatMap((name) => (values[name] === null ? [] : [`khou:${name}=${values[name]}`]));
}

export function factsFrom(tags: readonly string[]): QuestionFacts {
  const found: QuestionFacts = {};
  for (const tag of tags) {
    const [, name, value] = /^khou:([a-z]+)=(.+)$/.exec(tag.trim()) ?? [];
    if (name !== undefined && (facts as readonly string[]).includes(name)) found[name as FactName] = value!;
  }
  return found;
}

const levels = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const;

/** The fields that every question has, from the tags of the entry and the defaults of the import. */
export function commonFields(
  given: {
    readonly id: string | null;
    readonly prompt: string;
    readonly rationale: string;
    readonly facts: QuestionFacts;
  },
  defaults: ImportDefaults,
  nextId: () => string,
) {
  const { facts: known } = given;
  const notes: ImportNote[] = [];
  if (given.rationale.trim() === '') notes.push('rationale-missing');
  const ownObjective = known.objective?.startsWith(`${defaults.module}.`) ? known.objective : null;
  if (ownObjective === null) notes.push('objective-missing');
  const isOurs = given.id !== null && new RegExp(`^${defaults.module}-[a-z0-9][a-z0-9-]{0,30}$`).test(given.id);
  const points = Number(known.points ?? 1);
  return {
    notes,
    fields: {
      id: isOurs ? given.id! : nextId(),
      use: known.use === 'practice' || known.use === 'graded' ? known.use : defaults.use,
      ...(known.form === 'A' || known.form === 'B' ? { form: known.form as 'A' | 'B' } : {}),
      objective: ownObjective ?? defaults.objective,
      level: levels.find((level) => level === known.level) ?? defaults.level,
      ...(Number.isInteger(points) && points > 1 && points <= 20 ? { points } : {}),
      prompt: localisedFrom(given.prompt, defaults.locale),
      rationale: localisedFrom(given.rationale.trim() || toBeWritten[defaults.locale], defaults.locale),
    },
  };
}

/** Stands where a file gives no reason for the key; the author is told to write one. */
export const toBeWritten: Record<Locale, string> = { en: 'To be written.', lo: 'ຍັງບໍ່ທັນຂຽນ.' };

/** New ids for entries without one of ours: M02-i1, M02-i2 … leaving out those that are taken. */
export function idMaker(module: string, taken: ReadonlySet<string>): () => string {
  let number = 0;
  return () => {
    do number += 1;
    while (taken.has(`${module}-i${number}`));
    return `${module}-i${number}`;
  };
}

export const letters = 'abcdefghijklmnopqrstuvwxyz';
