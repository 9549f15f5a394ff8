import {
  commonFields,
  factsFrom,
  idMaker,
  type Imported,
  type ImportDefaults,
  type ImportedQuestion,
  type ImportNote,
  type Left,
  type LeftReason,
} from './exchange.rules.js';
import { questionOf, type GivenAnswer } from './exchange-question.rules.js';

interface Entry {
  readonly name: string;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly prompt: string;
  /** What stands between the braces; null when there are none. */
  readonly inside: string | null;
}

/** Reads a GIFT file. Ids come back from `[id:…]` or from titles that are ours. */
export function readGift(text: string, defaults: ImportDefaults, taken: ReadonlySet<string>): Imported {
  const nextId = idMaker(defaults.module, taken);
  const questions: ImportedQuestion[] = [];
  const left: Left[] = [];
  for (const entry of entriesOf(text)) {
    const made = toQuestion(entry, defaults, nextId);
    if (typeof made === 'string') left.push({ name: entry.name, reason: made });
    else questions.push(made);
  }
  return { questions, left };
}

function* entriesOf(text: string): Generator<Entry> {
  let number = 0;
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const lines = chunk.split('\n');
    const comments = lines.filter((line) => line.trimStart().startsWith('//')).join(' ');
    const body = lines
      .filter((line) => !line.trimStart().startsWith('//') && !line.startsWith('$CATEGORY:'))
      .join('\n')
      .trim();
    if (body === '') continue;
    number += 1;
    const [, title = '', rest = body] = /^::((?:\\.|[^\\])*?)::([\s\S]*)$/.exec(body) ?? [];
    const tags = [...comments.matchAll(/\[tag:([^[\]]+)\]/g)].map(([, tag]) => tag!);
    const ownId = /\[id:([^[\]]+)\]/.exec(comments)?.[1]?.trim() ?? null;
    const open = unescapedIndex(rest, '{');
    const close = open < 0 ? -1 : unescapedIndex(rest, '}', open + 1);
    const before = open < 0 ? rest : rest.slice(0, open).trim();
    const after = close < 0 ? '' : rest.slice(close + 1).trim();
    const name = plain(title).trim();
    yield {
      name: ownId ?? (name === '' ? `#${number}` : name),
      id: ownId ?? (name === '' ? null : name),
      tags,
      /* A gap in the sentence is where the braces stood. */
      prompt: after === '' ? before : `${before} _____ ${after}`,
      inside: close < 0 ? null : rest.slice(open + 1, close).trim(),
    };
  }
}

function toQuestion(entry: Entry, defaults: ImportDefaults, nextId: () => string): ImportedQuestion | LeftReason {
  if (entry.inside === null) return 'description';
  if (entry.inside === '') return 'free-text';
  const notes: ImportNote[] = [];
  const prompt = withoutMarkup(entry.prompt, notes);
  const { answers: written, general } = feedbackOf(entry.inside);
  const answer = answerOf(written);
  if (answer === null) return 'unreadable';
  if (answer.feedback.length > 0) notes.push('feedback-joined');
  const rationale = [general, ...answer.feedback].filter((part) => part !== '').join(' ');
  const facts = factsFrom(entry.tags);
  const common = commonFields({ id: entry.id, prompt, rationale, facts }, defaults, nextId);
  const question = questionOf(common.fields, answer.given, defaults.locale, facts);
  return typeof question === 'string' ? question : { question, notes: [...notes, ...common.notes] };
}

/** The general feedback, which stands at the end behind four hashes. */
function feedbackOf(inside: string): { answers: string; general: string } {
  const at = /(?<!\\)####/.exec(inside)?.index;
  if (at === undefined) return { answers: inside.trim(), general: '' };
  return { answers: inside.slice(0, at).trim(), general: plain(inside.slice(at + 4)).trim() };
}

interface ReadAnswer {
  readonly given: GivenAnswer;
  readonly feedback: readonly string[];
}

function answerOf(text: string): ReadAnswer | null {
  const truth = /^(T|TRUE|F|FALSE)\s*((?:#[\s\S]*)?)$/i.exec(text);
  if (truth !== null)
    return {
      given: { kind: 'true-false', answer: truth[1]!.toUpperCase().startsWith('T') },
      feedback: pieces(truth[2]!, '#')
        .map(plain)
        .filter((part) => part !== ''),
    };
  if (text.startsWith('#')) return numberOf(text.slice(1));
  const parts = choicesOf(text);
  if (parts.length === 0) return null;
  const feedback = parts.flatMap(({ text: said, feedback: own }) => (own === '' ? [] : [`${said}: ${own}`]));
  if (parts.every(({ sign, match }) => sign === '=' && match !== null))
    return {
      given: { kind: 'matching', pairs: parts.map(({ text: row, match }) => ({ row, choice: match! })) },
      feedback,
    };
  if (parts.every(({ sign }) => sign === '=') && parts.every(({ weight }) => weight === null || weight > 0))
    return { given: { kind: 'short-answer', spellings: parts.map((part) => part.text) }, feedback };
  return {
    given: {
      kind: 'choices',
      options: parts.map(({ text: said, sign, weight }) => ({
        text: said,
        fraction: weight ?? (sign === '=' ? 100 : 0),
      })),
    },
    feedback,
  };
}

/** `18:0.5`, `17.5..18.5`, or `=18:0.5#…` with feedback; of several the first that counts in full. */
function numberOf(text: string): ReadAnswer | null {
  const [first = ''] = text.includes('=') ? pieces(text, '=').filter((part) => !/^%0*%/.test(part.trim())) : [text];
  const [value = '', ...feedback] = pieces(first.replace(/^\s*%100%/, ''), '#', false).map((part) => part.trim());
  const range = /^(-?(?:\d+(?:\.\d+)?|\.\d+))\s*\.\.\s*(-?(?:\d+(?:\.\d+)?|\.\d+))$/.exec(value);
  if (range !== null) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    if (!Number.isFinite(low + high)) return null;
    return { given: { kind: 'number', value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 }, feedback };
  }
  const [, number = '', tolerance = '0'] = /^(-?[\d.]+)(?::([\d.]+))?$/.exec(value) ?? [];
  if (number === '' || !Number.isFinite(Number(number))) return null;
  return {
    given: { kind: 'number', value: Number(number), tolerance: Number(tolerance) },
    feedback: feedback.map(plain).filter((part) => part !== ''),
  };
}

interface Choice {
  readonly sign: '=' | '~';
  readonly weight: number | null;
  readonly text: string;
  readonly match: string | null;
  readonly feedback: string;
}

function choicesOf(text: string): Choice[] {
  const found: Choice[] = [];
  for (const [, sign, written] of text.matchAll(/(?<!\\)([=~])((?:\\[\s\S]|[^\\=~])*)/g)) {
    const [, weight = null, rest = written!] = /^\s*%(-?[\d.]+)%([\s\S]*)$/.exec(written!) ?? [];
    const [said = '', ...feedback] = pieces(rest, '#', false);
    const [row = '', match = null] = said.split(/->(.*)/s);
    found.push({
      sign: sign as Choice['sign'],
      weight: weight === null ? null : Number(weight),
      text: plain(row).trim(),
      match: match === null ? null : plain(match).trim(),
      feedback: plain(feedback.join(' ')).trim(),
    });
  }
  return found;
}

/** The stretches between unescaped signs. */
function pieces(text: string, sign: string, dropEmpty = true): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = unescapedIndex(text, sign); at >= 0; at = unescapedIndex(text, sign, at + 1)) {
    found.push(text.slice(from, at));
    from = at + 1;
  }
  found.push(text.slice(from));
  return dropEmpty ? found.filter((part) => part.trim() !== '') : found;
}

function unescapedIndex(text: string, sign: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === sign) return at;
  }
  return -1;
}

function plain(text: string): string {
  return text.replace(/\\n/g, '\n').replace(/\\([~=#{}:\\])/g, '$1');
}

/** `[html]` and its kin before the text say how it is written; tags of HTML are taken out, and the author is told. */
function withoutMarkup(text: string, notes: ImportNote[]): string {
  const [, format = '', rest = text] = /^\[(html|moodle|plain|markdown)\]([\s\S]*)$/.exec(text) ?? [];
  const said = plain(rest).trim();
  if (format === 'plain' || format === 'markdown' || !/<\/?[a-z][^<>]*>/i.test(said)) return said;
  notes.push('markup-removed');
  if (/<img\b/i.test(said)) notes.push('picture-lost');
  return said
    .replace(/<[^<>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
