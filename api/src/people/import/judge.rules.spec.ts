import { describe, expect, it } from '@jest/globals';
import { type KnownPerson, choices, planOf, rowJudge } from './judge.rules.js';

const bridge = { id: 'b', code: 'CP-FB1', nameEn: 'Bridge', nameLo: 'ຂົວ', aliases: [], closedOn: null };
const airport = { id: 'a', code: 'CP-WATTAY', nameEn: 'Airport', nameLo: 'ສະໜາມບິນ', aliases: [], closedOn: null };
const somsak: KnownPerson = {
  id: 'somsak',
  givenNameLo: 'ສົມສັກ',
  familyNameLo: 'ແກ້ວມະນີ',
  givenNameEn: null,
  familyNameEn: null,
  sex: 'male',
  rank: null,
  serviceNumber: '100-1',
  serviceNumberKey: '1001',
  phone: null,
  birthYear: 1990,
  unitId: 'b',
  position: 'ຫົວໜ້າ',
};

/** Rows of number, given name, family name, unit, phone; a test names those it needs. */
const judge = (...rows: string[][]) => {
  const next = rowJudge({
    fields: ['serviceNumber', 'givenNameLo', 'familyNameLo', 'unit', 'phone'],
    today: '2026-10-12',
    everybody: [somsak],
    units: [bridge, airport],
    unitId: null,
    postedFrom: null,
  });
  return rows.map((cells, index) => next(index + 2, cells));
};
const one = (...cells: string[]) => judge(cells)[0]!;
const codes = (row: ReturnType<typeof one>) => row.issues.map((issue) => issue.code);

describe('a row of an imported list', () => {
  it('is new when nobody like it is on record', () => {
    const row = one('200', 'ບຸນມີ', 'ພອນ', 'CP-FB1');
    expect(row.verdict).toBe('new');
    expect(planOf(row, 'take')).toMatchObject({ kind: 'create', posting: { unitId: 'b', validFrom: '2026-10-12' } });
  });

  it('updates who has the same service number, however it is written, and empties nothing', () => {
    const row = one('1001', 'ສົມສັກ', '', '', '020 5555 1111');
    expect([row.verdict, codes(row)]).toEqual(['update', ['changed', 'changed']]);
    expect(planOf(row, 'take')).toMatchObject({
      kind: 'change',
      posting: null,
      values: { familyNameLo: 'ແກ້ວມະນີ', birthYear: 1990, phone: '020 5555 1111' },
    });
  });

  it('moves them when the unit is another', () => {
    const row = one('100-1', 'ສົມສັກ', 'ແກ້ວມະນີ', 'CP-WATTAY');
    expect(codes(row)).toEqual(['moved']);
    expect(planOf(row, 'take')).toMatchObject({ kind: 'change', posting: { unitId: 'a', position: null } });
  });

  it('is unchanged when it says what is on record, and writes nothing', () => {
    const row = one('100-1', 'ສົມສັກ', 'ແກ້ວມະນີ', 'CP-FB1');
    expect([row.verdict, planOf(row, 'take')]).toEqual(['unchanged', null]);
  });

  it('may bring a phone number by service number alone', () => {
    expect(one('100-1', '', '', '', '020 1234 567').verdict).toBe('update');
    expect(codes(one('200', '', '', '', '020 1234 567'))).toEqual(['name_missing']);
  });

  it('waits for a decision when the number belongs to another name', () => {
    const row = one('100-1', 'ບຸນມີ', 'ພອນສະຫວັນ');
    expect([row.verdict, codes(row).at(-1), choices({ ...row, personId: 'somsak' })]).toEqual([
      'duplicate',
      'number_other_name',
      ['same', 'skip'],
    ]);
  });

  it('waits for a decision when somebody of the name is at the unit: another person, the same, or left out', () => {
    const row = one('', 'ສົມສັກ', 'ແກ້ວມະນີ', 'CP-FB1', '020 5555 1111');
    expect([row.verdict, codes(row)]).toEqual(['duplicate', ['changed', 'same_name_unit']]);
    expect(choices({ ...row, personId: 'somsak' })).toEqual(['take', 'same', 'skip']);
    expect([
      planOf(row, 'take')?.kind,
      planOf(row, 'same')?.kind,
      planOf(row, 'skip'),
      planOf(row, 'undecided'),
    ]).toEqual(['create', 'change', null, null]);
  });

  it('is in error when its number stands above already', () => {
    const [, second] = judge(['200', 'ບຸນມີ', 'ພອນ'], ['200', 'ຄຳ', 'ດີ']);
    expect([second!.verdict, second!.issues[0]]).toMatchObject([
      'error',
      { code: 'number_repeated', params: { line: 2 } },
    ]);
  });

  it('waits for a decision when the same person seems to stand above already', () => {
    const [, second] = judge(['', 'ບຸນມີ', 'ພອນ', 'CP-FB1'], ['', 'ບຸນ​ມີ', 'ພອນ', 'CP-FB1']);
    expect([second!.verdict, codes(second!), choices({ ...second!, personId: null })]).toEqual([
      'duplicate',
      ['repeated_in_file'],
      ['take', 'skip'],
    ]);
  });

  it('asks once about one person on record, not twice', () => {
    const rows = judge(['100-1', 'ສົມສັກ', 'ແກ້ວມະນີ'], ['', 'ສົມສັກ', 'ແກ້ວມະນີ', 'CP-FB1']);
    expect(rows.map((row) => [row.verdict, row.known?.id ?? null])).toEqual([
      ['unchanged', 'somsak'],
      ['duplicate', null],
    ]);
  });
});
