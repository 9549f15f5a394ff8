import type { PlainDate } from '../../kernel/dates.js';
import { numberKey } from '../../kernel/text.js';
import { type NameFacts, type Sex, nameKey, nameLo } from '../names.rules.js';
import { nameSimilarity } from '../near-names.rules.js';
import { type SuspectFacts, sameName, suspectFinder } from '../suspects.rules.js';
import { type ReadPerson, type ReadingRules, personRead } from './cells.rules.js';
import { type Issue, hasLevel, issue } from './issues.rules.js';
import { unitFinder, type UnitFacts } from './units.rules.js';

export const verdicts = ['new', 'update', 'unchanged', 'duplicate', 'error'] as const;
export type Verdict = (typeof verdicts)[number];
/** `take` writes the row, as a new person where the verdict is a suspicion; `same` writes it to the suspected person. */
export const decisions = ['take', 'same', 'skip', 'undecided'] as const;
export type Decision = (typeof decisions)[number];

/** Somebody on record, with today's unit. */
export interface KnownPerson extends NameFacts {
  readonly id: string;
  readonly sex: Sex;
  readonly rank: string | null;
  readonly serviceNumber: string | null;
  readonly serviceNumberKey: string | null;
  readonly phone: string | null;
  readonly birthYear: number | null;
  readonly unitId: string | null;
  readonly position: string | null;
}

/** A person as they will be on record. */
export interface PersonValues extends NameFacts {
  readonly sex: Sex;
  readonly rank: string | null;
  readonly serviceNumber: string | null;
  readonly phone: string | null;
  readonly birthYear: number | null;
}

export interface PostingValues {
  readonly unitId: string;
  readonly position: string | null;
  readonly validFrom: PlainDate;
}

export interface JudgedRow {
  readonly line: number;
  readonly verdict: Verdict;
  readonly issues: readonly Issue[];
  /** As a new person, and their first posting; null where the row is in error. */
  readonly asNew: { readonly values: PersonValues; readonly posting: PostingValues | null } | null;
  /** The person the row is, or may be, about. */
  readonly known: KnownPerson | null;
  /** What the row makes of `known`. */
  readonly asKnown: { readonly values: PersonValues; readonly posting: PostingValues | null } | null;
}

export interface JudgeFacts extends Omit<ReadingRules, 'findUnit'> {
  readonly everybody: readonly KnownPerson[];
  readonly units: readonly UnitFacts[];
  /** For rows that name no unit. */
  readonly unitId: string | null;
  /** For rows that name no date; null: today. */
  readonly postedFrom: PlainDate | null;
}

/** Judges the rows of a file one by one, in order: it remembers those it has seen. */
export function rowJudge(facts: JudgeFacts): (line: number, cells: readonly string[]) => JudgedRow {
  const rules: ReadingRules = { fields: facts.fields, today: facts.today, findUnit: unitFinder(facts.units) };
  const nameField = facts.fields.includes('fullNameLo') ? 'fullNameLo' : 'givenNameLo';
  const usual = facts.units.find((unit) => unit.id === facts.unitId) ?? null;
  const codes = new Map(facts.units.map((unit) => [unit.id, unit.code]));
  const byNumber = new Map(
    facts.everybody.flatMap((one) => (one.serviceNumberKey ? [[one.serviceNumberKey, one] as const] : [])),
  );
  const findSuspect = suspectFinder(facts.everybody.map((one) => ({ ...suspectFacts(one, one.unitId), person: one })));
  const linesByNumber = new Map<string, number>();
  const linesByPerson = new Map<string, number>();
  const rowsByName = new Map<string, (SuspectFacts & { line: number })[]>();

  return (line, cells) => {
    const { read, issues } = personRead(cells, rules);
    const key = read.serviceNumber === null ? null : numberKey(read.serviceNumber) || null;
    const repeated = key === null ? undefined : linesByNumber.get(key);
    if (repeated !== undefined) issues.push(issue('number_repeated', 'serviceNumber', { line: repeated }));
    else if (key !== null) linesByNumber.set(key, line);
    const numbered = key === null ? undefined : byNumber.get(key);
    // Somebody on record is known by the number alone: such a list may bring nothing but new phone numbers.
    if (read.givenNameLo === null && !numbered && !hasLevel(issues, 'error'))
      issues.push(issue('name_missing', nameField));
    if (hasLevel(issues, 'error')) return { line, verdict: 'error', issues, asNew: null, known: null, asKnown: null };

    const unit = read.unit ?? usual;
    const since = read.postedFrom ?? facts.postedFrom ?? facts.today;
    const values = withValues(read, null);
    const asNew = {
      values,
      posting: unit === null ? null : { unitId: unit.id, position: read.position, validFrom: since },
    };
    const own = suspectFacts({ ...values, serviceNumberKey: key }, unit?.id ?? null);

    const suspect = numbered ? null : findSuspect(own);
    const namesakes = rowsByName.get(own.nameKey) ?? [];
    const earlier = numbered ? null : sameName(own, namesakes);
    rowsByName.set(own.nameKey, [...namesakes, { ...own, line }]);

    const known = numbered ?? suspect?.known.person ?? null;
    const claimed = known === null ? undefined : linesByPerson.get(known.id);
    if (claimed !== undefined || (earlier !== null && known === null)) {
      issues.push(issue('repeated_in_file', null, { line: claimed ?? earlier!.known.line }));
      return { line, verdict: 'duplicate', issues, asNew, known: null, asKnown: null };
    }
    if (known === null) return { line, verdict: 'new', issues, asNew, known, asKnown: null };

    linesByPerson.set(known.id, line);
    const asKnown = { values: withValues(read, known), posting: postingOf(known, read.unit, read.position, since) };
    issues.push(...changesOf(known, asKnown, codes));
    if (suspect) {
      issues.push(
        issue(suspect.reason, null, {
          name: nameLo(known),
          number: known.serviceNumber,
          unit: codes.get(known.unitId ?? '') ?? null,
        }),
      );
      return { line, verdict: 'duplicate', issues, asNew, known, asKnown };
    }
    if (read.givenNameLo !== null && nameSimilarity(own.nameKey, nameKey(known)) < 0.3) {
      issues.push(issue('number_other_name', 'serviceNumber', { name: nameLo(known), number: known.serviceNumber }));
      return { line, verdict: 'duplicate', issues, asNew: null, known, asKnown };
    }
    return { line, verdict: hasLevel(issues, 'change') ? 'update' : 'unchanged', issues, asNew: null, known, asKnown };
  };
}

export type Plan =
  | { readonly kind: 'create'; readonly values: PersonValues; readonly posting: PostingValues | null }
  | {
      readonly kind: 'change';
      readonly known: KnownPerson;
      readonly values: PersonValues;
      readonly posting: PostingValues | null;
    };

/** What a confirmed row writes; null: nothing. */
export function planOf(row: JudgedRow, decision: Decision): Plan | null {
  if (row.verdict === 'error' || row.verdict === 'unchanged' || decision === 'skip' || decision === 'undecided')
    return null;
  const isKnown = decision === 'same' || row.verdict === 'update';
  if (isKnown) return row.known && row.asKnown ? { kind: 'change', known: row.known, ...row.asKnown } : null;
  return row.asNew ? { kind: 'create', ...row.asNew } : null;
}

/** What a person may decide about a row. */
export function choices(row: {
  verdict: Verdict;
  personId: string | null;
  issues: readonly Pick<Issue, 'code'>[];
}): Decision[] {
  if (row.verdict === 'error') return ['skip'];
  if (row.verdict !== 'duplicate') return ['take', 'skip'];
  if (row.issues.some((one) => one.code === 'number_other_name')) return ['same', 'skip'];
  return row.personId === null ? ['take', 'skip'] : ['take', 'same', 'skip'];
}

/** What holds until somebody decides. */
export function firstDecision(verdict: Verdict): Decision {
  if (verdict === 'error') return 'skip';
  return verdict === 'duplicate' ? 'undecided' : 'take';
}

function suspectFacts(
  person: Pick<KnownPerson, 'givenNameLo' | 'familyNameLo' | 'birthYear' | 'serviceNumberKey'>,
  unitId: string | null,
) {
  return { nameKey: nameKey(person), unitId, birthYear: person.birthYear, serviceNumberKey: person.serviceNumberKey };
}

/** The row's values over those on record: an empty cell takes nothing away. */
function withValues(read: ReadPerson, known: KnownPerson | null): PersonValues {
  return {
    givenNameLo: read.givenNameLo ?? known?.givenNameLo ?? '',
    familyNameLo: read.familyNameLo ?? known?.familyNameLo ?? null,
    givenNameEn: read.givenNameEn ?? known?.givenNameEn ?? null,
    familyNameEn: read.familyNameEn ?? known?.familyNameEn ?? null,
    sex: read.sex ?? known?.sex ?? 'not_stated',
    rank: read.rank ?? known?.rank ?? null,
    serviceNumber: read.serviceNumber ?? known?.serviceNumber ?? null,
    phone: read.phone ?? known?.phone ?? null,
    birthYear: read.birthYear ?? known?.birthYear ?? null,
  };
}

/** A new posting only where the row names another unit or position than today's. */
function postingOf(
  known: KnownPerson,
  unit: UnitFacts | null,
  position: string | null,
  since: PlainDate,
): PostingValues | null {
  const unitId = unit?.id ?? known.unitId;
  if (unitId === null || (unitId === known.unitId && (position ?? known.position) === known.position)) return null;
  return { unitId, position: position ?? (unitId === known.unitId ? known.position : null), validFrom: since };
}

function changesOf(
  known: KnownPerson,
  after: NonNullable<JudgedRow['asKnown']>,
  codes: ReadonlyMap<string, string>,
): Issue[] {
  const { values, posting } = after;
  const fields = [
    'givenNameLo',
    'familyNameLo',
    'givenNameEn',
    'familyNameEn',
    'sex',
    'rank',
    'serviceNumber',
    'phone',
    'birthYear',
  ] as const;
  const changed = fields
    .filter((field) => values[field] !== known[field])
    .map((field) => issue('changed', field, { before: known[field], after: values[field] }));
  if (posting === null) return changed;
  if (posting.unitId === known.unitId)
    return [...changed, issue('changed', 'position', { before: known.position, after: posting.position })];
  const [before, to] = [codes.get(known.unitId ?? '') ?? null, codes.get(posting.unitId) ?? null];
  return [...changed, issue('moved', 'unit', { before, after: to, since: posting.validFrom })];
}
