import { plural } from '../format.rules.js';

const count = (n: number, one: string, other: string) => `${n} ${plural(n, { one, other })}`;

export const en = {
  compare: 'Compare',
  compareWith: 'Compare with',
  title: (from: string, to: string) => `From version ${from} to ${to}`,
  dates: (from: string, to: string) => `Published on ${from} and on ${to}`,
  backToVersion: 'Version',
  same: 'Nothing changed',
  sameText: 'Both say the same, to the letter.',
  whatItIs: 'What the change is',
  reprint: 'To be printed again',
  noReprint: 'Nothing: what is on paper stays true.',
  marks: 'Marks that could differ',
  noMarks: 'None: the same answers earn the same marks.',
  marksText: 'The same answer may earn other points in:',
  whole: 'The whole curriculum',
  showLanguage: 'Languages',
  bothLanguages: 'Both languages',
  showClass: 'Class',
  allClasses: 'All',
  onlySeen: 'Only what a participant sees',
  jump: 'Changed modules',
  nothingOfThis: 'Nothing of this kind changed',
  texts: (n: number) => count(n, 'text', 'texts'),
};
