import { describe, expect, it } from '@jest/globals';
import { personRead } from './cells.rules.js';
import type { ImportField } from './columns.rules.js';

const bridge = { id: 'b', code: 'CP-FB1', nameEn: 'Bridge', nameLo: 'ຂົວ', aliases: [], closedOn: null };
const closed = { ...bridge, id: 'c', code: 'CP-OLD', closedOn: '2026-01-01' };

function read(row: Partial<Record<ImportField, string>>) {
  const fields = Object.keys(row) as ImportField[];
  const findUnit = (text: string) => ({ 'CP-FB1': bridge, 'CP-OLD': closed })[text] ?? ('unknown' as const);
  const { read: person, issues } = personRead(Object.values(row), { fields, findUnit, today: '2026-10-12' });
  return { person, codes: issues.map((one) => one.code) };
}

describe('a cell is read', () => {
  it.each<[Partial<Record<ImportField, string>>, object, string[]]>([
    [{ fullNameLo: 'ທ້າວ ສົມສັກ ວົງ' }, { givenNameLo: 'ສົມສັກ', familyNameLo: 'ວົງ', sex: 'male' }, ['honorific_dropped']],
    [{ fullNameLo: 'ນາງ ຄຳ', sex: 'ຊາຍ' }, { givenNameLo: 'ຄຳ', sex: 'male' }, ['honorific_dropped']],
    [{ sex: 'F' }, { sex: 'female' }, []],
    [{ sex: 'ຍິງ' }, { sex: 'female' }, []],
    [{ sex: 'x' }, { sex: null }, ['sex_unknown']],
    [{ femaleTick: '✓', maleTick: '' }, { sex: 'female' }, []],
    [{ femaleTick: '', maleTick: 'x' }, { sex: 'male' }, []],
    [{ femaleTick: '', maleTick: '' }, { sex: null }, []],
    [{ femaleTick: '1', maleTick: '1' }, { sex: null }, ['sex_unknown']],
    [{ femaleTick: '' }, { sex: 'male' }, []],
    [{ fullNameLo: 'Kham Vong' }, { givenNameLo: 'Kham' }, ['name_not_lao']],
    [{ fullNameLo: '¦ö´²º­' }, { givenNameLo: '¦ö´²º­' }, ['name_not_lao']],
    [{ phone: '+856 20 5512 3456' }, { phone: '+856 20 5512 3456' }, []],
    [{ phone: '໐໒໐ ໕໕໑໒ ໓໔໕໖' }, { phone: '020 5512 3456' }, []],
    [{ phone: "'+85620" }, { phone: '+85620' }, []],
    [{ phone: 'call me' }, { phone: null }, ['phone_invalid']],
    [{ birthYear: '1990' }, { birthYear: 1990 }, []],
    [{ birthYear: '2533' }, { birthYear: 1990 }, ['buddhist_year']],
    [{ birthYear: '12/03/1990' }, { birthYear: 1990 }, ['year_kept']],
    [{ birthYear: '12/25/1990' }, { birthYear: 1990 }, ['year_kept']],
    [{ birthYear: '05/1990' }, { birthYear: 1990 }, []],
    [{ birthYear: '33004' }, { birthYear: 1990 }, ['year_kept']],
    [{ birthYear: '12/03/90' }, { birthYear: 1990 }, ['year_completed', 'year_kept']],
    [{ birthYear: '2024' }, { birthYear: null }, ['birth_year_invalid']],
    [{ postedFrom: '01/02/2026' }, { postedFrom: '2026-02-01' }, []],
    [{ postedFrom: '1 ກຸມພາ 26' }, { postedFrom: '2026-02-01' }, ['year_completed']],
    [{ postedFrom: '2569-02-01' }, { postedFrom: '2026-02-01' }, ['buddhist_year']],
    [{ postedFrom: '31/02/2026' }, { postedFrom: null }, ['date_invalid']],
    [{ unit: 'CP-FB1' }, { unit: bridge }, []],
    [{ unit: 'CP-OLD' }, { unit: null }, ['unit_closed']],
    [{ unit: 'nowhere' }, { unit: null }, ['unit_unknown']],
    [{ rank: '-', position: 'n/a' }, { rank: null, position: null }, []],
    [{ givenNameLo: '=1+1' }, { givenNameLo: null }, ['formula']],
    [{ rank: '@SUM(A1)' }, { rank: null }, ['formula']],
    [{ rank: 'x'.repeat(81) }, { rank: null }, ['too_long']],
  ])('%j', (row, person, codes) => {
    const found = read(row);
    expect(found.person).toMatchObject(person);
    expect(found.codes).toEqual(codes);
  });
});
