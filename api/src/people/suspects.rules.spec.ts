import { expect, it } from '@jest/globals';
import { nameKey } from './names.rules.js';
import { type SuspectFacts, suspectFinder } from './suspects.rules.js';

const person = (name: string, facts: Partial<SuspectFacts> = {}) => ({
  nameKey: nameKey({ givenNameLo: name, familyNameLo: null }),
  unitId: null,
  birthYear: null,
  serviceNumberKey: null,
  ...facts,
});
const known = person('ສົມສັກ ແກ້ວມະນີວົງ', { unitId: 'bridge', birthYear: 1990, serviceNumberKey: '11' });
const find = suspectFinder([known, person('ບຸນມີ ພອນສະຫວັນ', { unitId: 'airport' })]);

it.each<[string, SuspectFacts, string | null]>([
  [
    'the same name at the same unit',
    person('ສົມສັກ ແກ້ວມະນີວົງ', { unitId: 'bridge', serviceNumberKey: '12' }),
    'same_name_unit',
  ],
  [
    'the same name, spelt in another way, of the same year',
    person('ສົມສັກເເກ້ວມະນີວົງ', { birthYear: 1990 }),
    'same_name_birth_year',
  ],
  ['the same name and nothing else', person('ສົມສັກ ແກ້ວມະນີວົງ'), 'same_name'],
  [
    'the same name with another number at another unit',
    person('ສົມສັກ ແກ້ວມະນີວົງ', { unitId: 'airport', serviceNumberKey: '12' }),
    null,
  ],
  [
    'one letter off at the same unit',
    person('ສົມສັກ ແກ້ວມະນີວົງ'.replace('ສັກ', 'ສະກ'), { unitId: 'bridge' }),
    'similar_name',
  ],
  ['one letter off and nothing else', person('ສົມສັກ ແກ້ວມະນີວົງ'.replace('ສັກ', 'ສະກ')), null],
  ['another name at the same unit', person('ຄຳແພງ ສີສຸກ', { unitId: 'bridge' }), null],
])('%s', (_, facts, reason) => {
  expect(find(facts)?.reason ?? null).toBe(reason);
});

it('asks about the nearest of several', () => {
  expect(find(person('ສົມສັກ ແກ້ວມະນີວົງ', { unitId: 'bridge' }))?.known).toBe(known);
});
