import { wholeWords } from './whole-words.js';

/** A place where a line may end. `at` is the UTF-16 offset at which the next line begins; a cost says how gladly. */
export interface Break {
  readonly at: number;
  readonly cost: number;
}

/** Costs as hundredths by which a line may rather differ from the mean: after a space, a hyphen, a Lao word, between what is read together. */
export const breakCosts = { space: 0, hyphen: 12, word: 30, bound: 60 } as const;

const words = new Intl.Segmenter('lo', { granularity: 'word' });

const laoLetter = /\p{Script=Lao}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** Vowels and signs that are written after, above or below their consonant; ໆ and ຯ, which belong to the word before. */
const dependent = /[\p{M}\u0EB0\u0EB2\u0EB3\u0EBD\u0EC6\u0EAF]/u;
const leadingVowel = /[\u0EC0-\u0EC4]/u;
const closing = /[)\]}»”’,.;:!?%…·–—/]/u;
const opening = /[([{«“‘]/u;
const glue = /[\u00A0\u202F\u2060\u200D]/u;
/** Abbreviations and figures that are read together with what follows the space: ທ., No., 12 ຕຸລາ, 3 ວັນ. */
const figure = /(?:^|[\s(–-])(?:\d[\d.,–-]*|[\u0ED0-\u0ED9]+)$/u;
const consonantAlone = /^[\u0E81-\u0EAE\u0EDC-\u0EDF][\u0EC8-\u0ECC]?$/u;
/** The light first syllable of a longer word, as in ປະເທດ, ສະແກນ, ສຸພາບ: rarely a word, never missed at the end of a line. */
const lightSyllable = /^[\u0E81-\u0EAE\u0EDC-\u0EDF][\u0EB0\u0EB4\u0EB8]$/u;
/** Makers of nouns: ການ, ຄວາມ, ຜູ້, ນັກ lean on the word that follows. */
const nounMaker = /^(?:ການ|ຄວາມ|ຜູ້|ນັກ)$/u;
const whole = new RegExp(wholeWords.toSorted((a, b) => b.length - a.length).join('|'), 'gu');

/**
 * Every place where a line of mixed Lao and Latin text may end, in order. Lao words are found by ICU's dictionary; no
 * word is cut, no line begins with a mark, a dependent vowel, ໆ or closing punctuation, and none ends with a leading
 * vowel or an opening bracket. Latin breaks at spaces, zero-width spaces and after hyphens between letters only.
 */
export function breaksOf(text: string): Break[] {
  const laoEdges = laoWordEdges(text);
  const breaks: Break[] = [];
  for (let at = 1; at < text.length; at++) {
    const before = text[at - 1]!;
    const after = text[at]!;
    if (isLowSurrogate(after) || dependent.test(after) || glue.test(after) || glue.test(before) || isSpace(after))
      continue;
    if (isSpace(before)) {
      const ended = text.slice(0, at).trimEnd();
      if (closing.test(after) && !/[–—]/u.test(after)) continue;
      if (opening.test(ended.at(-1) ?? '')) continue;
      breaks.push({ at, cost: figure.test(ended) ? breakCosts.bound : breakCosts.space });
    } else if (before === '\u200B') breaks.push({ at, cost: breakCosts.word });
    else if (leadingVowel.test(before) || opening.test(before) || closing.test(after)) continue;
    else if (laoEdges.has(at)) breaks.push({ at, cost: laoEdges.get(at)! });
    else if (isHyphen(text, at)) breaks.push({ at, cost: breakCosts.hyphen });
  }
  return breaks;
}

/** Offsets between two Lao words that touch, with what a break there costs. */
function laoWordEdges(text: string): Map<number, number> {
  const edges = new Map<number, number>();
  if (!laoLetter.test(text)) return edges;
  const parts = Array.from(words.segment(text));
  for (let index = 1; index < parts.length; index++) {
    const before = parts[index - 1]!.segment;
    const after = parts[index]!.segment;
    if (!laoLetter.test(before.at(-1)!) || !laoLetter.test(after[0]!)) continue;
    // A lone consonant is no word: the dictionary has lost its way in a name.
    if (consonantAlone.test(before) || consonantAlone.test(after) || lightSyllable.test(before)) continue;
    edges.set(parts[index]!.index, nounMaker.test(before) ? breakCosts.bound : breakCosts.word);
  }
  for (const { 0: word, index } of text.matchAll(whole))
    for (let at = index + 1; at < index + word.length; at++) edges.delete(at);
  return edges;
}

function isHyphen(text: string, at: number): boolean {
  return /[-‐]/u.test(text[at - 1]!) && at > 1 && letterOrDigit.test(text[at - 2]!) && /\p{L}/u.test(text[at]!);
}

function isSpace(letter: string): boolean {
  return /\s/u.test(letter) && !glue.test(letter);
}

function isLowSurrogate(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code >= 0xdc00 && code <= 0xdfff;
}
