import type { z } from 'zod';
import type { Both } from '../kernel/text.js';
import { fault, type Fault, type Place } from './fault.rules.js';
import { wordForm } from './word-forms.rules.js';

type Path = readonly PropertyKey[];
type At = (...path: Path) => Place;

/** Of a group with more fields that do not belong there nobody needs to know them all. */
const mostUnknown = 40;

/** What a shape says of what was written, as faults of its fields. */
export function shapeFaults(issue: z.core.$ZodIssue, written: unknown, at: At): Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, mostUnknown).map((key) => unknown(key));
  const here = at(...issue.path);
  const field = named(issue.path);
  if (valueAt(written, issue.path) === undefined) return [fault('field.missing', here, { field })];
  return [unfit(issue, field, here)];

  function unknown(key: string): Fault {
    const path = [...issue.path, key];
    /* A text that was cut at a colon or comma leaves pieces behind, as fields with nothing in them. */
    const code = valueAt(written, path) === null ? 'field.torn' : 'field.unknown';
    return fault(code, at(...path), { field: key });
  }
}

function unfit(issue: z.core.$ZodIssue, field: string | Both, here: Place): Fault {
  const form = wordForm(issue.message);
  if (form !== null) return fault('field.form', here, { field, form });
  switch (issue.code) {
    case 'invalid_type': {
      const type = Object.hasOwn(typeNames, issue.expected) ? typeNames[issue.expected] : undefined;
      if (type !== undefined) return fault('field.type', here, { field, type });
      break;
    }
    case 'invalid_value':
      return fault('field.choice', here, { field, choices: oneOf(issue.values) });
    case 'invalid_union':
      if ('options' in issue) return fault('field.choice', here, { field, choices: oneOf(issue.options as unknown[]) });
      return fault('field.wrong', here, { field });
    case 'too_small':
      return tooSmall(issue.origin, field, Number(issue.minimum), here);
    case 'too_big':
      return tooBig(issue.origin, field, Number(issue.maximum), here);
  }
  return { ...fault('field.wrong', here, { field }), detail: issue.message };
}

function tooSmall(origin: string, field: string | Both, least: number, here: Place): Fault {
  if (origin === 'string') return fault('field.empty', here, { field });
  return fault(origin === 'array' ? 'field.too-few' : 'field.too-small', here, { field, least });
}

function tooBig(origin: string, field: string | Both, most: number, here: Place): Fault {
  if (origin === 'string') return fault('field.too-long', here, { field, most });
  return fault(origin === 'array' ? 'field.too-many' : 'field.too-large', here, { field, most });
}

const list: Both = { en: 'a list', lo: 'ລາຍການ' };
const typeNames: Readonly<Record<string, Both>> = {
  string: {
    en: 'a text (put it in quotes if it looks like a number or a date)',
    lo: 'ຂໍ້ຄວາມ (ຖ້າຄ້າຍຄືຕົວເລກ ຫຼື ວັນທີ ໃຫ້ໃສ່ວົງຢືມ)',
  },
  number: { en: 'a number', lo: 'ຕົວເລກ' },
  int: { en: 'a whole number', lo: 'ຈຳນວນເຕັມ' },
  boolean: { en: 'true or false', lo: ' true ຫຼື false' },
  array: list,
  tuple: list,
  object: { en: 'a group of fields', lo: 'ກຸ່ມຂອງຊ່ອງຂໍ້ມູນ' },
};

function oneOf(values: readonly unknown[]): Both {
  const words = values.map(String);
  const or = (word: string) =>
    words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`;
  return { en: or('or'), lo: or('ຫຼື') };
}

function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
    written,
  );
}

/** `questions[3].prompt.en` as people read it: the last two names. */
function named(path: Path): string | Both {
  const words = path.filter((part) => typeof part === 'string');
  return words.length > 0 ? words.slice(-2).join('.') : { en: 'the file', lo: 'ໄຟລ໌ນີ້' };
}
