import type { PlainDate } from '../../kernel/dates.js';
import { searchKey } from '../../kernel/text.js';

export interface UnitFacts {
  readonly id: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameLo: string;
  readonly aliases: readonly string[];
  readonly closedOn: PlainDate | null;
}

export type UnitMatch = UnitFacts | 'unknown' | 'ambiguous';

/** Words for a checkpoint, its class and its kind, which lists write or leave out before a name; longer ones first. */
const classWords = [
  'ດ່ານສາກົນ',
  'ດ່ານທ້ອງຖິ່ນ',
  'ດ່ານປະເພນີ',
  'ດ່ານຊາຍແດນ',
  'ດ່ານ',
  'ສະຖານີລົດໄຟ',
  'ສະຖານີ',
  'ສະໜາມບິນສາກົນ',
  'ສະໜາມບິນ',
].map(searchKey);

/**
 * Finds the unit that a cell names: by code, then by a full name or alias, then by the name without what stands in brackets and
 * without the word for its class. A name that several units share finds none of them.
 */
export function unitFinder(units: readonly UnitFacts[]): (text: string) => UnitMatch {
  const steps: readonly ((text: string) => string)[] = [exact, bare];
  const byCode = new Map(units.map((unit) => [exact(unit.code), unit]));
  const indexes = steps.map((step) => {
    const found = new Map<string, Set<UnitFacts>>();
    for (const unit of units)
      for (const name of [unit.nameLo, unit.nameEn, ...unit.aliases]) {
        const key = step(name);
        if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(unit));
      }
    return found;
  });
  return (text) => {
    const coded = byCode.get(exact(text));
    if (coded) return coded;
    for (const [place, step] of steps.entries()) {
      const named = indexes[place]!.get(step(text));
      if (named) return named.size === 1 ? [...named][0]! : 'ambiguous';
    }
    return 'unknown';
  };
}

function exact(text: string): string {
  return searchKey(text).replaceAll(' ', '');
}

function bare(text: string): string {
  const key = exact(text.replace(/\(.*?\)/g, ' '));
  const word = classWords.find((one) => key.startsWith(one) && key.length > one.length);
  return word ? key.slice(word.length) : key;
}
