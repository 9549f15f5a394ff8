import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownText } from './search-text.rules.ts';

const cases: readonly (readonly [what: string, typed: string, said: string, says: string, shown: string])[] = [
  ['a page that opens with a question shows it', '', '', 'boun', 'boun'],
  ['going back shows the question of before', 'bounmy', 'bounmy', 'boun', 'boun'],
  ['clearing the filters empties the field', 'boun', 'boun', '', ''],
  ['what is typed after the menu entry was pressed again stays', 'som', '', '', 'som'],
  ['so it does where the menu entry takes an older question away', 'bounsom', 'boun', '', 'bounsom'],
  ['letters typed while the first are on their way stay', 'boun', 'bo', 'bo', 'boun'],
  ['a space at the end is part of what is being typed', 'boun ', 'boun', 'boun', 'boun '],
];

for (const [what, typed, said, says, shown] of cases)
  test(what, () => assert.equal(shownText(typed, said, says), shown));
