import { createHash } from 'node:crypto';
import type { Localised, Picture, PictureFacts, Question, QuestionPart } from './curriculum.js';
import { mrzTask } from './mrz.rules.js';
import { pictureFacts } from './picture.rules.js';

/**
 * The question as it is published: ids of options, rows, choices, steps and spots say nothing (authors tend to write the
 * right one first, or call it `right`), steps stand in no telling order of ids, and a hotspot knows its picture. The same
 * question and option have the same id in every version, so that answers can be compared. Without the salt, which never
 * leaves the server, an id cannot be traced back.
 */
export function sealed(question: Question, salt: string, images: ReadonlyMap<string, Picture> = new Map()): Question {
  const { id } = question;
  if (question.type === 'case')
    return { ...question, parts: question.parts.map((part) => sealedPart(part, `${id}/${part.id}`, salt)) };
  if (question.type === 'hotspot') {
    const seal = sealOf(salt, id);
    const picture = images.get(question.image);
    return {
      ...question,
      spots: question.spots.map((spot) => ({ ...spot, id: seal(spot.id) })),
      ...(picture === undefined ? {} : { picture: pictureFacts(picture) }),
    };
  }
  return question.type === 'mrz' ? question : sealedPart(question, id, salt);
}

function sealedPart<Part extends QuestionPart | Exclude<Question, { type: 'case' | 'mrz' | 'hotspot' }>>(
  question: Part,
  path: string,
  salt: string,
): Part {
  const seal = sealOf(salt, path);
  const closed = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, id: seal(entry.id) }));
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...question, options: closed(question.options) };
    case 'matching':
      return {
        ...question,
        rows: closed(question.rows).map((row) => ({ ...row, match: row.match.map(seal) })),
        choices: closed(question.choices),
      };
    case 'ordering':
      return { ...question, steps: closed(question.steps) };
    default:
      return question;
  }
}

function sealOf(salt: string, path: string): (id: string) => string {
  return (id) =>
    createHash('sha256').update(`${salt}\n${path}\n${id}`).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
}

interface PaperFields {
  readonly id: string;
  readonly points: number;
  readonly prompt: Localised;
}

interface Labelled {
  readonly id: string;
  readonly text: Localised;
}

interface Spot {
  readonly id: string;
  readonly label: Localised;
  readonly at: readonly [number, number, number, number];
}

type PaperKind =
  | { readonly type: 'single'; readonly options: readonly Labelled[] }
  | { readonly type: 'multiple'; readonly scoring: 'exact' | 'partial'; readonly options: readonly Labelled[] }
  | { readonly type: 'true-false' | 'number' }
  | {
      readonly type: 'matching';
      readonly scoring: 'exact' | 'partial';
      readonly rows: readonly Labelled[];
      readonly choices: readonly Labelled[];
    }
  | { readonly type: 'ordering'; readonly scoring: 'exact' | 'partial'; readonly steps: readonly Labelled[] }
  | { readonly type: 'short-answer'; readonly need: number };

export type PaperPart = PaperFields & PaperKind;

/** A question as a candidate sees it before the attempt is closed. */
export type PaperQuestion =
  | PaperPart
  | (PaperFields & { readonly type: 'case'; readonly parts: readonly PaperPart[] })
  | (PaperFields & { readonly type: 'mrz'; readonly ask: 'digit' | 'fault'; readonly shown: string })
  | (PaperFields & {
      readonly type: 'hotspot';
      readonly choose: 'one' | 'several';
      readonly alt: Localised;
      readonly picture: PictureFacts | null;
      readonly spots: readonly Spot[];
    });

/** Made field by field from what may be known, so that a field added to questions later is not sent by accident. */
export function withoutKey(question: Question): PaperQuestion {
  const { id, points, prompt, type } = question;
  switch (type) {
    case 'case':
      return { id, points, prompt, type, parts: question.parts.map(partWithoutKey) };
    case 'mrz': {
      const { ask, shown } = mrzTask(question.mrz);
      return { id, points, prompt, type, ask, shown };
    }
    case 'hotspot': {
      const spots = question.spots.map((spot) => ({ id: spot.id, label: spot.label, at: spot.at }));
      const { choose, alt, picture = null } = question;
      return { id, points, prompt, type, choose, alt, picture, spots };
    }
    default:
      return partWithoutKey(question);
  }
}

function partWithoutKey(question: QuestionPart | Exclude<Question, { type: 'case' | 'mrz' | 'hotspot' }>): PaperPart {
  const { id, points, prompt } = question;
  const fields = { id, points, prompt };
  const shown = (entries: readonly Labelled[]) => entries.map((entry) => ({ id: entry.id, text: entry.text }));
  switch (question.type) {
    case 'single':
      return { ...fields, type: 'single', options: shown(question.options) };
    case 'multiple':
      return { ...fields, type: 'multiple', scoring: question.scoring, options: shown(question.options) };
    case 'matching':
      return {
        ...fields,
        type: 'matching',
        scoring: question.scoring,
        rows: shown(question.rows),
        choices: byId(shown(question.choices)),
      };
    /* The order of the sealed ids tells nothing of the order of the steps. */
    case 'ordering':
      return { ...fields, type: 'ordering', scoring: question.scoring, steps: byId(shown(question.steps)) };
    case 'short-answer':
      return { ...fields, type: 'short-answer', need: question.need };
    case 'true-false':
    case 'number':
      return { ...fields, type: question.type };
  }
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
