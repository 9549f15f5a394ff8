import type { Locale } from './curriculum.js';
import { changeOrder, type ChangeClass, textClass } from './change.rules.js';
import { factsOfModule, factsOfOutline, type ChangeFact } from './change-facts.rules.js';
import { type FieldChange, type Printed, printed } from './changed.js';
import type { Snapshot, SnapshotModule, SnapshotUnit } from './snapshot.rules.js';
import { wordDiff } from './word-diff.rules.js';

export interface UnitChange {
  readonly id: string;
  readonly kind: SnapshotUnit['kind'];
  readonly trainerOnly: boolean;
  readonly state: 'added' | 'removed' | 'changed';
  readonly class: ChangeClass;
  readonly fields: readonly FieldChange[];
}

export interface ModuleChange {
  readonly code: string;
  readonly title: { readonly en: string; readonly lo: string | null };
  readonly state: 'added' | 'removed' | 'changed';
  readonly class: ChangeClass;
  readonly facts: readonly ChangeFact[];
  readonly units: readonly UnitChange[];
}

/** What changed from one version to another, and what follows from it. */
export interface Comparison {
  /** The heaviest change of all. */
  readonly class: ChangeClass | 'none';
  /** Changes of the whole curriculum. */
  readonly facts: readonly ChangeFact[];
  /** Only the modules that changed, in the order of the newer version; removed ones last. */
  readonly modules: readonly ModuleChange[];
  /** Printed things that are no longer true, by language. */
  readonly reprint: readonly { readonly product: Printed; readonly locale: Locale }[];
  /** Questions to which the same answer may earn other points. */
  readonly marks: readonly string[];
}

/** Compares two versions module by module, text by text, question by question, in both languages. */
export function compare(before: Snapshot, after: Snapshot): Comparison {
  const old = new Map(before.modules.map((module) => [module.code, module]));
  const fresh = new Set(after.modules.map(({ code }) => code));
  const facts = factsOfOutline(before, after);
  const modules = [
    ...after.modules.flatMap((module) => compareModule(old.get(module.code) ?? null, module) ?? []),
    ...before.modules.flatMap((module) => (fresh.has(module.code) ? [] : (compareModule(module, null) ?? []))),
  ];
  const classes = [...facts.map((fact) => fact.class), ...modules.map((module) => module.class)];
  return {
    class: heaviest(classes) ?? 'none',
    facts,
    modules,
    reprint: reprints(facts, modules),
    marks: modules.flatMap((module) =>
      module.facts.flatMap((fact) => (fact.code === 'question.marking' ? [fact.about] : [])),
    ),
  };
}

function compareModule(before: SnapshotModule | null, after: SnapshotModule | null): ModuleChange | null {
  const { code, title } = (after ?? before)!;
  const units = compareUnits(before?.units ?? [], after?.units ?? []);
  if (before === null || after === null) {
    const state = before === null ? 'added' : 'removed';
    return { code, title, state, class: 'structure', facts: [], units };
  }
  const facts = factsOfModule(before, after);
  const worst = heaviest([...facts.map((fact) => fact.class), ...units.map((unit) => unit.class)]);
  return worst === null ? null : { code, title, state: 'changed', class: worst, facts, units };
}

function compareUnits(before: readonly SnapshotUnit[], after: readonly SnapshotUnit[]): UnitChange[] {
  const old = new Map(before.map((unit) => [unit.id, unit]));
  const fresh = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((unit) => compareUnit(old.get(unit.id) ?? null, unit) ?? []),
    ...before.flatMap((unit) => (fresh.has(unit.id) ? [] : (compareUnit(unit, null) ?? []))),
  ];
}

function compareUnit(before: SnapshotUnit | null, after: SnapshotUnit | null): UnitChange | null {
  const { id, kind, trainerOnly } = (after ?? before)!;
  const names = new Set([...(after?.fields ?? []), ...(before?.fields ?? [])].map(({ name }) => name));
  const field = (unit: SnapshotUnit | null, name: string) => unit?.fields.find((one) => one.name === name) ?? null;
  const fields = [...names].flatMap((name) =>
    (['en', 'lo'] as const).flatMap((locale): FieldChange[] => {
      const [was, is] = [field(before, name)?.[locale] ?? '', field(after, name)?.[locale] ?? ''];
      return was === is ? [] : [{ name, locale, pieces: wordDiff(was, is) }];
    }),
  );
  if (fields.length === 0) return null;
  const state = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { id, kind, trainerOnly, state, class: textClass(kind, state, fields), fields };
}

function heaviest(classes: readonly ChangeClass[]): ChangeClass | null {
  return changeOrder.findLast((candidate) => classes.includes(candidate)) ?? null;
}

function reprints(facts: readonly ChangeFact[], modules: readonly ModuleChange[]): Comparison['reprint'] {
  const wanted = new Set<string>();
  const want = (product: Printed, locale: Locale) => wanted.add(`${product} ${locale}`);
  const both = (products: readonly Printed[]) =>
    products.forEach((product) => (['lo', 'en'] as const).forEach((locale) => want(product, locale)));
  for (const fact of [...facts, ...modules.flatMap((module) => module.facts)]) both(fact.reprint);
  for (const { state, units } of modules) {
    if (state !== 'changed') both(printed);
    for (const unit of units)
      for (const { locale } of unit.fields)
        for (const product of productsOf(unit)) {
          want(product, locale);
          /* Where Lao is missing the Lao product shows English. */
          if (locale === 'en') want(product, 'lo');
        }
  }
  return printed.flatMap((product) =>
    (['lo', 'en'] as const).flatMap((locale) => (wanted.has(`${product} ${locale}`) ? [{ product, locale }] : [])),
  );
}

function productsOf({ kind, trainerOnly, id }: UnitChange): readonly Printed[] {
  if (trainerOnly && kind === 'list') return id === 'materials' ? ['guide', 'plan', 'materials'] : ['guide', 'plan'];
  if (trainerOnly) return ['guide'];
  if (kind === 'question') return ['handbook', 'guide', 'papers', 'keys'];
  return kind === 'title' || kind === 'section'
    ? ['handbook', 'guide', 'slides', 'plan']
    : ['handbook', 'guide', 'slides'];
}
