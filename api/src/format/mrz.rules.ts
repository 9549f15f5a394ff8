import type { z } from 'zod';
import { randomFrom } from '../kernel/random.rules.js';
import type { Locale } from './curriculum.js';
import type { mrzShape } from './question.shapes.js';

/*
 * Machine-readable zones for teaching: check digits, and fictitious data to practise on. Source: ICAO Doc 9303, eighth
 * edition, 2021, Part 3 section 4.9 (check digits) and Part 4 section 4.2 (fields of a TD3 document). The issuer is always
 * UTO, Utopia, the State that Doc 9303 keeps for specimens; no other can be made here.
 */

export type MrzSpecification = z.output<typeof mrzShape>;
export type MrzField = 'number' | 'birth' | 'expiry';
export const mrzFaults = ['number', 'birth', 'expiry', 'composite', 'none'] as const;
export type MrzFault = (typeof mrzFaults)[number];

export interface MrzDigitTask {
  readonly ask: 'digit';
  readonly field: MrzField;
  /** The characters that the digit is computed from. */
  readonly shown: string;
  readonly answer: number;
}

export interface MrzFaultTask {
  readonly ask: 'fault';
  /** Line 2 of a passport: 44 characters. */
  readonly shown: string;
  readonly answer: MrzFault;
}

export type MrzTask = MrzDigitTask | MrzFaultTask;

const weights = [7, 3, 1] as const;

/** 0–9 as they are, A = 10 … Z = 35, the filler 0. */
export function characterValue(character: string): number {
  if (character === '<') return 0;
  if (/^[0-9]$/.test(character)) return Number(character);
  if (/^[A-Z]$/.test(character)) return character.charCodeAt(0) - 55;
  throw new RangeError(`“${character}” cannot stand in a machine-readable zone`);
}

export function weightedSum(text: string): number {
  return Array.from(text).reduce((sum, character, index) => sum + characterValue(character) * weights[index % 3]!, 0);
}

export function checkDigit(text: string): number {
  return weightedSum(text) % 10;
}

/** Line 2 of a TD3 document cut into its checked fields and the digits that are printed. */
export function fieldsOfLine2(line: string) {
  return {
    number: { text: line.slice(0, 9), printed: line[9]! },
    birth: { text: line.slice(13, 19), printed: line[19]! },
    expiry: { text: line.slice(21, 27), printed: line[27]! },
    composite: { text: line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43), printed: line[43]! },
  };
}

/** The same specification gives the same task on every machine. */
export function mrzTask(specification: MrzSpecification): MrzTask {
  if (specification.ask === 'digit') {
    const shown =
      'value' in specification ? specification.value : digitData(specification.field, `mrz ${specification.seed}`);
    return { ask: 'digit', field: specification.field, shown, answer: checkDigit(shown) };
  }
  const random = randomFrom(`mrz fault ${specification.seed}`);
  const answer = mrzFaults[Math.floor(random() * mrzFaults.length)]!;
  return { ask: 'fault', shown: line2(random, answer), answer };
}

function digitData(field: MrzField, seed: string): string {
  const random = randomFrom(seed);
  return field === 'number' ? documentNumber(random) : date(random, field);
}

function line2(random: () => number, fault: MrzFault): string {
  const number = documentNumber(random);
  const birth = date(random, 'birth');
  const expiry = date(random, 'expiry');
  const sex = random() < 0.5 ? 'F' : 'M';
  const printed = (field: MrzFault, text: string) =>
    field === fault ? otherDigit(checkDigit(text), random) : checkDigit(text);
  const withDigits = (which: MrzField, text: string) => `${text}${printed(which, text)}`;
  const open = `${withDigits('number', number)}UTO${withDigits('birth', birth)}${sex}${withDigits('expiry', expiry)}${'<'.repeat(15)}`;
  return `${open}${printed('composite', fieldsOfLine2(`${open}0`).composite.text)}`;
}

/** Nine characters: a letter, two digits, a letter, five digits. */
function documentNumber(random: () => number): string {
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  const letter = () => letters[Math.floor(random() * letters.length)]!;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  return `${letter()}${digits(2)}${letter()}${digits(5)}`;
}

/** YYMMDD of a day that every month has: births 1960–2004, expiries 2027–2036. */
function date(random: () => number, field: 'birth' | 'expiry'): string {
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const year = field === 'birth' ? between(1960, 2004) : between(2027, 2036);
  return [year % 100, between(1, 12), between(1, 28)].map((part) => String(part).padStart(2, '0')).join('');
}

function otherDigit(digit: number, random: () => number): number {
  return (digit + 1 + Math.floor(random() * 9)) % 10;
}

const words: Record<Locale, Record<MrzFault | 'sum' | 'digit' | 'printed' | 'last' | 'verdict', string>> = {
  en: {
    number: 'Document number',
    birth: 'Date of birth',
    expiry: 'Date of expiry',
    composite: 'Composite digit',
    none: 'None: every digit is right',
    sum: 'sum',
    digit: 'digit',
    printed: 'printed',
    last: 'The last figure is the check digit:',
    verdict: 'Faulty:',
  },
  lo: {
    number: 'ເລກທີເອກະສານ',
    birth: 'ວັນເກີດ',
    expiry: 'ວັນໝົດອາຍຸ',
    composite: 'ຕົວເລກກວດສອບລວມ',
    none: 'ບໍ່ມີ: ທຸກຕົວເລກຖືກຕ້ອງ',
    sum: 'ຜົນບວກ',
    digit: 'ຕົວເລກ',
    printed: 'ທີ່ພິມ',
    last: 'ຕົວເລກສຸດທ້າຍແມ່ນຕົວເລກກວດສອບ:',
    verdict: 'ບ່ອນທີ່ຜິດ:',
  },
};

/** The choices of a fault task in one language, in the order of the line. */
export function mrzFaultLabels(locale: Locale): { readonly id: MrzFault; readonly text: string }[] {
  return mrzFaults.map((id) => ({ id, text: words[locale][id] }));
}

/** How the answer is found, step by step, in one language. */
export function workedMrz(task: MrzTask, locale: Locale): string {
  const say = words[locale];
  if (task.ask === 'digit') {
    const products = Array.from(task.shown, (character, index) => {
      const value = characterValue(character);
      const weight = weights[index % 3]!;
      return `${character === String(value) ? value : `${character}(${value})`}×${weight}`;
    });
    return `${products.join(' + ')} = ${weightedSum(task.shown)}. ${say.last} ${task.answer}.`;
  }
  const fields = fieldsOfLine2(task.shown);
  const lines = (['number', 'birth', 'expiry', 'composite'] as const).map((field) => {
    const { text, printed } = fields[field];
    const shown = field === 'composite' ? '' : ` ${text}`;
    return `${say[field]}${shown}: ${say.sum} ${weightedSum(text)}, ${say.digit} ${checkDigit(text)}, ${say.printed} ${printed}.`;
  });
  return `${lines.join(' ')} ${say.verdict} ${say[task.answer]}.`;
}
