import { z } from 'zod';
import { fault, type Fault } from './fault.rules.js';
import type { Source } from './folder.source.js';
import { sourceHash, type Unit } from './units.rules.js';
import { readYaml, type ReadYaml } from './yaml.rules.js';

export const unitStates = ['current', 'stale', 'unrecorded', 'missing'] as const;
export type UnitState = (typeof unitStates)[number];

const hash = z.string().regex(/^[0-9a-f]{12}$/, 'twelve hexadecimal digits in quotes');
const unit = z.string().min(1).max(80);

/** `translation.lo.yaml`: unit id → hash of the English that its Lao was made from. Kept by the program. */
export const recordShape = z.strictObject({
  units: z.record(unit, hash).default({}),
  /** English that was changed without a change of meaning: the Lao holds for it too. */
  kept: z.array(z.strictObject({ unit, hash, why: z.string().trim().min(1).max(300) })).default([]),
});
export type TranslationRecord = z.output<typeof recordShape>;

export const noRecord: TranslationRecord = { units: {}, kept: [] };

export function recordPath(folder: string): string {
  return `modules/${folder}/translation.lo.yaml`;
}

export function readRecord(
  source: Pick<Source, 'texts'>,
  folder: string,
): { record: TranslationRecord; faults: readonly Fault[]; at: ReadYaml<unknown>['at'] } {
  const file = recordPath(folder);
  const { value, faults, at } = readYaml(file, source.texts.get(file) ?? '{}', recordShape);
  return { record: value ?? noRecord, faults, at };
}

/** Is the Lao of a unit made from the English that stands there now? */
export function unitState(unit: Unit, { units, kept }: TranslationRecord): UnitState {
  if (!unit.translated) return 'missing';
  const now = sourceHash(unit.fields);
  const recorded = Object.hasOwn(units, unit.id) ? units[unit.id] : undefined;
  if (recorded === now || kept.some((entry) => entry.unit === unit.id && entry.hash === now)) return 'current';
  return recorded === undefined ? 'unrecorded' : 'stale';
}

/** The units whose Lao is older than its English, in reading order. */
export function staleUnits(units: readonly Unit[], record: TranslationRecord): string[] {
  return units.filter((unit) => unitState(unit, record) === 'stale').map(({ id }) => id);
}

/** A warning for each text that is out of date, and one note a module for those of which it is not known. */
export function freshnessFaults(
  folder: string,
  units: readonly Unit[],
  record: TranslationRecord,
  questionAt: (index: number) => { readonly file: string; readonly line: number; readonly column: number },
): Fault[] {
  const file = `modules/${folder}/module.lo.md`;
  const faults: Fault[] = [];
  /* With no Lao file at all there is one warning, and nothing in it to record. */
  const hasFile = units.some(({ kind, translated }) => translated && kind !== 'question');
  let unrecorded = 0;
  for (const unit of units) {
    const state = unitState(unit, record);
    if (state === 'unrecorded' && hasFile) unrecorded += 1;
    if (state !== 'stale') continue;
    const place = unit.kind === 'question' ? questionAt(unit.line) : { file, line: unit.line, column: 1 };
    faults.push(fault('translation.stale', place, { id: unit.id }));
  }
  if (unrecorded > 0) faults.push(fault('translation.unrecorded', { file, line: 1, column: 1 }, { count: unrecorded }));
  return faults;
}

const incomplete = new Set<string>([
  'translation.module-missing',
  'translation.section-missing',
  'translation.block-missing',
  'translation.text-missing',
  'translation.question-missing',
  'translation.field-missing',
]);
const outdated = new Set<string>(['translation.stale', 'translation.unrecorded']);

/** The publish gate of the Lao text: what is only a warning elsewhere is an error a file where curriculum.yaml requires it. */
export function gateFaults(faults: readonly Fault[], require: 'none' | 'complete' | 'current'): Fault[] {
  if (require === 'none') return [];
  const gate = (codes: ReadonlySet<string>, code: 'translation.incomplete' | 'translation.outdated') =>
    Object.values(
      Object.groupBy(
        faults.filter((found) => codes.has(found.code)),
        ({ file }) => file,
      ),
    ).map((found) => fault(code, found![0]!, { count: found!.length }));
  return [
    ...gate(incomplete, 'translation.incomplete'),
    ...(require === 'current' ? gate(outdated, 'translation.outdated') : []),
  ];
}

/** The record after the units named were translated from the English that stands there now. Other units stay as they are. */
export function recorded(
  record: TranslationRecord,
  units: readonly Unit[],
  named: ReadonlySet<string> | 'all',
): TranslationRecord {
  const made = units.filter(({ id, translated }) => translated && (named === 'all' || named.has(id)));
  const present = new Set(units.filter(({ translated }) => translated).map(({ id }) => id));
  const now = new Map(made.map((unit) => [unit.id, sourceHash(unit.fields)]));
  return {
    units: Object.fromEntries(
      units.flatMap(({ id }) => {
        const known = now.get(id) ?? (Object.hasOwn(record.units, id) ? record.units[id] : undefined);
        return present.has(id) && known !== undefined ? [[id, known]] : [];
      }),
    ),
    kept: record.kept.filter(({ unit: id }) => present.has(id) && !now.has(id)),
  };
}

/** The record after an author said of a unit that the new English means the same. */
export function keptAs(record: TranslationRecord, unit: Unit, why: string): TranslationRecord {
  return {
    ...record,
    kept: [
      ...record.kept.filter((entry) => entry.unit !== unit.id),
      { unit: unit.id, hash: sourceHash(unit.fields), why },
    ],
  };
}

/** The record as its file, the same whoever writes it. */
export function recordText({ units, kept }: TranslationRecord): string {
  const quoted = (text: string) => JSON.stringify(text);
  const lines = ['# Kept by Khou: the English that each Lao text was made from. See curricula/README.md.'];
  const entries = Object.entries(units);
  lines.push(entries.length === 0 ? 'units: {}' : 'units:');
  for (const [id, hash] of entries) lines.push(`  ${quoted(id)}: ${quoted(hash)}`);
  if (kept.length > 0) lines.push('kept:');
  for (const { unit: id, hash, why } of kept)
    lines.push(`  - { unit: ${quoted(id)}, hash: ${quoted(hash)}, why: ${quoted(why)} }`);
  return `${lines.join('\n')}\n`;
}
