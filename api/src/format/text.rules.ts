import { canonicalLao } from '../kernel/text.js';
import { fault, type Fault } from './fault.rules.js';

/**
 * The text of a file made the same on every machine: no byte order mark, lines end in LF, no spaces at their end, NFC.
 * Nothing else changes: Lao stays as it was typed. Line numbers stay those of the file.
 */
export function canonicalText(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd());
  return `${lines.join('\n').trimEnd()}\n`;
}

/* Controls other than tab and line feed, and the bidirectional controls that can make a text read as another. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const laoWord = /[\u0E80-\u0EFF]+/g;

/** What is wrong with the letters of a file, whatever they say. */
export function letterFaults(file: string, text: string): Fault[] {
  /* Nearly every file is right: word by word is ten times as slow. */
  if (!hidden.test(text) && canonicalLao(text) === text) return [];
  return text.split('\n').flatMap((line, index) => {
    const faults: Fault[] = [];
    const control = hidden.exec(line);
    if (control !== null)
      faults.push(
        fault('text.control', { file, line: index + 1, column: control.index + 1 }, { character: point(control[0]) }),
      );
    for (const match of line.matchAll(laoWord)) {
      const [word] = match;
      const better = canonicalLao(word);
      if (better === word) continue;
      const [typed, right] = difference(word, better);
      const place = { file, line: index + 1, column: match.index + 1 };
      faults.push(fault('text.lao-spelling', place, { word: typed, better: right, points: points(right) }));
    }
    return faults;
  });
}

const laoLetters = /[\u0E80-\u0EFF]/g;
const sentenceOfLatin = /[a-z]{2}\s+[a-z]{2}/;

/** Words that are the same in both languages (MRZ, ICAO, TD3) are no fault; a sentence is. */
export function looksUntranslated(lao: string): boolean {
  return sentenceOfLatin.test(lao) && lao.search(/[\u0E80-\u0EFF]/) < 0;
}

export function looksLao(english: string): boolean {
  const lao = english.match(laoLetters)?.length ?? 0;
  return lao > 0 && lao > (english.match(/[A-Za-z]/g)?.length ?? 0);
}

/** The part of two spellings of a word where they differ, from the consonant that carries the marks. */
function difference(typed: string, better: string): [string, string] {
  let head = 0;
  while (head < better.length && typed[head] === better[head]) head += 1;
  let tail = 0;
  while (tail < better.length - head && typed.at(-1 - tail) === better.at(-1 - tail)) tail += 1;
  let from = Math.max(0, head - 1);
  while (from > 0 && /[\u0EB1\u0EB3-\u0EBC\u0EC8-\u0ECE]/.test(better[from]!)) from -= 1;
  return [typed.slice(from, typed.length - tail), better.slice(from, better.length - tail)];
}

function points(text: string): string {
  return Array.from(text, point).join(' ');
}

function point(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
