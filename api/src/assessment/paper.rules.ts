import type { DrawRule, Form, Question, QuestionPart } from '../format/index.js';
import { randomFrom, shuffled } from '../kernel/random.rules.js';

/** A question as it stands on one person's paper. Its text and key are those of the version, which never changes. */
export interface PaperQuestion extends PaperItem {
  readonly objective: string;
  /** The questions of a case, in their own order. */
  readonly parts?: readonly PaperItem[];
}

/** What can be answered: a question, or a part of a case. */
export interface PaperItem {
  readonly id: string;
  readonly type: Question['type'];
  readonly points: number;
  /** Ids of what is chosen from, in the order shown: options, choices, steps, spots. Null where there are none. */
  readonly options: readonly string[] | null;
  /** Rows to be matched, in the order shown. */
  readonly rows?: readonly string[];
}

/** What an attempt keeps for ever: which questions, in which order, with the keys of which version. */
export interface Paper {
  readonly seed: string;
  readonly contentHash: string;
  /** Which of the two parallel forms it is, where the test has forms. */
  readonly form?: Form | null;
  readonly questions: readonly PaperQuestion[];
}

export interface BankQuestion {
  readonly moduleCode: string;
  readonly content: Question;
}

/**
 * Draws a paper: from each module or objective as many questions as the test says, then all of them and their options in a random
 * order. Questions of an earlier paper of the same person come again only when the bank has no others. The same seed and bank
 * give the same paper.
 */
export function paper(
  seed: string,
  contentHash: string,
  draw: readonly DrawRule[],
  bank: readonly BankQuestion[],
  { seen = new Set(), form = null }: { readonly seen?: ReadonlySet<string>; readonly form?: Form | null } = {},
): Paper {
  const random = randomFrom(seed);
  const drawn = draw.flatMap(({ module, objective, count }) => {
    const mixed = shuffled(
      bank
        .filter(
          ({ moduleCode, content }) =>
            moduleCode === module &&
            (objective === undefined || (content.objective === objective && content.form === form)),
        )
        .map((one) => one.content),
      random,
    );
    const fresh = mixed.filter((question) => !seen.has(question.id));
    return [...fresh, ...mixed.filter((question) => seen.has(question.id))].slice(0, count);
  });
  const questions = shuffled(drawn, random).map((question): PaperQuestion => {
    const { objective } = question;
    const parts = question.type === 'case' ? { parts: question.parts.map((part) => item(part, random)) } : {};
    return { ...item(question, random), objective, ...parts };
  });
  return { seed, contentHash, form, questions };
}

function item(question: Question | QuestionPart, random: () => number): PaperItem {
  const { id, type, points } = question;
  const mixed = (entries: readonly { readonly id: string }[]) =>
    shuffled(
      entries.map((entry) => entry.id),
      random,
    );
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { id, type, points, options: mixed(question.options) };
    case 'matching':
      return { id, type, points, options: mixed(question.choices), rows: mixed(question.rows) };
    case 'ordering':
      return { id, type, points, options: notInOrder(question.steps, random) };
    /* Places are listed as the author did: that order runs over the picture. */
    case 'hotspot':
      return { id, type, points, options: question.spots.map((spot) => spot.id) };
    default:
      return { id, type, points, options: null };
  }
}

/** Steps are never shown in their right order, where it would be an answer to do nothing. */
function notInOrder(steps: readonly { readonly id: string }[], random: () => number): string[] {
  const right = steps.map((step) => step.id);
  const mixed = shuffled(right, random);
  return mixed.every((id, index) => id === right[index]) ? [...mixed.slice(1), mixed[0]!] : mixed;
}

/**
 * Which form a person is given: the other one than the last, so that pre-test and post-test, or a second try, are not the same
 * questions; the first by a coin that falls the same way every time for this person and cohort.
 */
export function formFor(coin: string, last: Form | null): Form {
  if (last !== null) return last === 'A' ? 'B' : 'A';
  return randomFrom(coin)() < 0.5 ? 'A' : 'B';
}

export function pointsPossible({ questions }: Pick<Paper, 'questions'>): number {
  return questions.reduce((sum, question) => sum + question.points, 0);
}
