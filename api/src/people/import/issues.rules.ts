import type { ImportField } from './columns.rules.js';

/**
 * Everything that a preview may say about a row. The web has a sentence for each in both languages; the English ones here are
 * for the command. Errors keep a row out; suspicions wait for a person's decision; notes and changes only tell.
 */
export const issueKinds = {
  name_missing: { level: 'error', sentence: 'the name is missing' },
  too_long: { level: 'error', sentence: 'the text is too long' },
  formula: { level: 'error', sentence: 'the cell begins like a formula' },
  sex_unknown: { level: 'error', sentence: 'the sex is not understood' },
  phone_invalid: { level: 'error', sentence: 'the phone number is not understood' },
  birth_year_invalid: { level: 'error', sentence: 'the birth year is not understood' },
  date_invalid: { level: 'error', sentence: 'the date is not understood' },
  unit_unknown: { level: 'error', sentence: 'there is no such unit' },
  unit_ambiguous: { level: 'error', sentence: 'several units have this name: use the code' },
  unit_closed: { level: 'error', sentence: 'the unit is closed' },
  number_repeated: { level: 'error', sentence: 'the service number stands in another row too' },

  same_name_unit: { level: 'suspicion', sentence: 'somebody of this name is on record at the same unit' },
  same_name_birth_year: { level: 'suspicion', sentence: 'somebody of this name and birth year is on record' },
  same_name: { level: 'suspicion', sentence: 'somebody of this name is on record' },
  similar_name: { level: 'suspicion', sentence: 'somebody of a similar name is on record' },
  number_other_name: { level: 'suspicion', sentence: 'the service number belongs to somebody of another name' },
  repeated_in_file: { level: 'suspicion', sentence: 'this person stands in another row too' },

  honorific_dropped: { level: 'note', sentence: 'the form of address was left out of the name' },
  buddhist_year: { level: 'note', sentence: 'a year of the Buddhist era was converted' },
  year_completed: { level: 'note', sentence: 'a year of two digits was completed' },
  name_not_lao: { level: 'note', sentence: 'the Lao name has no Lao letters' },
  year_kept: { level: 'note', sentence: 'only the year of the date of birth is kept' },

  changed: { level: 'change', sentence: 'changes' },
  moved: { level: 'change', sentence: 'moves' },
} as const;

export type IssueCode = keyof typeof issueKinds;
export const issueCodes = Object.keys(issueKinds) as [IssueCode, ...IssueCode[]];
export const issueLevels = ['error', 'suspicion', 'note', 'change'] as const;
export type IssueLevel = (typeof issueLevels)[number];

export interface Issue {
  readonly level: IssueLevel;
  readonly code: IssueCode;
  readonly field: ImportField | null;
  readonly params: Readonly<Record<string, string | number | null>>;
}

export function issue(code: IssueCode, field: ImportField | null, params: Issue['params'] = {}): Issue {
  return { level: issueKinds[code].level, code, field, params };
}

export function hasLevel(issues: readonly Issue[], level: IssueLevel): boolean {
  return issues.some((one) => one.level === level);
}
