import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../../test/app.js';
import { aList } from './list.fixture.js';
import { xlsxList } from './template.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

function upload(caller: Caller, file: Buffer | string, name = 'list.csv') {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from('\r\n--edge--\r\n')]);
  return caller.send('POST', '/api/v1/imports', {
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  });
}

const persons = async () => (await khou.queries.read<{ count: number }>(`select count(*) from persons`))[0]!.count;
const list = (...rows: string[]) => ['ລະຫັດພະນັກງານ,ຊື່,ນາມສະກຸນ,ເພດ,ດ່ານ,ເບີໂທ', ...rows].join('\n');

describe('importing a list', () => {
  it('previews every row with a verdict and writes nobody until it is confirmed, then everybody', async () => {
    const before = await persons();
    const { status, body } = await upload(
      admin,
      list('A-1,ສົມພອນ,ວົງດາລາ,ຊາຍ,CP-FB1,', 'A-2,ບົວຄຳ,ພູທອນ,ຍິງ,ສະໜາມບິນສາກົນວັດໄຕ,020 5555 5555'),
    );
    expect([status, body.counts, body.undecided, body.toWrite]).toEqual([
      201,
      { new: 2, update: 0, unchanged: 0, duplicate: 0, error: 0 },
      0,
      2,
    ]);
    expect(body.columns.map((column: { field: string }) => column.field)).toEqual([
      'serviceNumber',
      'givenNameLo',
      'familyNameLo',
      'sex',
      'unit',
      'phone',
    ]);
    expect(await persons()).toBe(before);
    const confirmed = await admin.put(`/api/v1/imports/${body.id}/confirmation`);
    expect([confirmed.status, confirmed.body.state, await persons()]).toEqual([200, 'confirmed', before + 2]);
    const again = await admin.put(`/api/v1/imports/${body.id}/confirmation`);
    expect([again.body, await persons()]).toEqual([confirmed.body, before + 2]);
  });

  it('keeps nothing of the file but who each row became', async () => {
    const { body } = await upload(admin, list('B-1,ແສງຈັນ,ໄຊຍະ,ຍິງ,CP-FB1,'));
    await admin.put(`/api/v1/imports/${body.id}/confirmation`);
    const { body: lines } = await admin.get(`/api/v1/imports/${body.id}/lines`);
    expect(lines.items).toMatchObject([
      { line: 2, nameLo: 'ແສງຈັນ ໄຊຍະ', cells: [], issues: [], personId: expect.any(String) },
    ]);
    expect(
      await khou.queries.read(`select from import_rows where import_id = $1 and cells::text like '%B-1%'`, [body.id]),
    ).toEqual([]);
  });

  it('says why a row is in error, and writes the others only when told to leave it out', async () => {
    const { body } = await upload(
      admin,
      list('C-1,ຄຳຫຼ້າ,ແສງ,ຊາຍ,CP-NOWHERE,', 'C-2,,,ຊາຍ,CP-FB1,', 'C-3,ບຸນທັນ,=1+1,ຊາຍ,CP-FB1,', 'C-4,ດວງໃຈ,ສຸກ,ຍິງ,CP-FB1,'),
    );
    const { body: errors } = await admin.get(`/api/v1/imports/${body.id}/lines?verdict=error`);
    expect(
      errors.items.map((row: { line: number; issues: { code: string; field: string }[] }) => [
        row.line,
        ...row.issues.map((issue) => `${issue.field} ${issue.code}`),
      ]),
    ).toEqual([
      [2, 'unit unit_unknown'],
      [3, 'givenNameLo name_missing'],
      [4, 'familyNameLo formula'],
    ]);
    const before = await persons();
    expect((await admin.put(`/api/v1/imports/${body.id}/confirmation`)).body).toMatchObject({
      code: 'import.has_errors',
      params: { rows: 3 },
    });
    expect(await persons()).toBe(before);
    await admin.put(`/api/v1/imports/${body.id}/confirmation`, { leaveOutErrors: true });
    expect(await persons()).toBe(before + 1);
  });

  it('waits for a decision on each suspected duplicate', async () => {
    const first = await upload(admin, list('D-1,ອານຸສອນ,ສີຫາລາດ,ຊາຍ,CP-FB1,'));
    await admin.put(`/api/v1/imports/${first.body.id}/confirmation`);
    const { body } = await upload(admin, list(',ອານຸສອນ,ສີຫາລາດ,,CP-FB1,020 7777 7777', ',ອານຸສອນ,ສີຫາລາດ,,CP-FB1,'));
    expect([body.counts.duplicate, body.undecided]).toEqual([2, 2]);
    expect((await admin.put(`/api/v1/imports/${body.id}/confirmation`)).body.code).toBe('import.undecided');
    expect((await admin.patch(`/api/v1/imports/${body.id}/lines`, { decision: 'same', lines: [3] })).body.code).toBe(
      'import.choice_unknown',
    );
    await admin.patch(`/api/v1/imports/${body.id}/lines`, { decision: 'same', lines: [2] });
    const decided = await admin.patch(`/api/v1/imports/${body.id}/lines`, { decision: 'skip', lines: 'undecided' });
    expect([decided.body.undecided, decided.body.toWrite]).toEqual([0, 1]);
    const before = await persons();
    await admin.put(`/api/v1/imports/${body.id}/confirmation`);
    const { body: found } = await admin.get(`/api/v1/people?q=${encodeURIComponent('ອານຸສອນ')}`);
    expect([await persons(), found.items.length]).toEqual([before, 1]);
    expect((await admin.get(`/api/v1/people/${found.items[0].id}`)).body).toMatchObject({
      phone: '020 7777 7777',
      serviceNumber: 'D-1',
      postings: [{ validTo: null }],
    });
  });

  it('reads the columns another way when told, and gives rows without a unit the chosen one', async () => {
    const { body } = await upload(admin, 'first column,second\nມະນີວັນ,ລາດຊະວົງ\n');
    expect(body.counts.error).toBe(1);
    const { body: units } = await admin.get('/api/v1/units?q=CP-FB1');
    const mapped = await admin.put(`/api/v1/imports/${body.id}/mapping`, {
      fields: ['givenNameLo', 'familyNameLo'],
      unitId: units.items[0].id,
      postedFrom: '2026-01-01',
    });
    expect(mapped.body).toMatchObject({ counts: { new: 1, error: 0 }, unit: { code: 'CP-FB1' } });
    expect((await admin.put(`/api/v1/imports/${body.id}/mapping`, { fields: ['sex', 'sex'] })).body.code).toBe(
      'import.field_twice',
    );
    await admin.put(`/api/v1/imports/${body.id}/confirmation`);
    const { body: found } = await admin.get(`/api/v1/people?q=${encodeURIComponent('ມະນີວັນ')}`);
    expect(found.items[0].unit.code).toBe('CP-FB1');
  });

  it('writes nothing when people on record changed since the preview, and shows the new state', async () => {
    const { body } = await upload(admin, list('E-1,ພອນສຸດາ,ແກ້ວ,ຍິງ,CP-FB1,', 'E-2,ໄພວັນ,ອິນທະ,ຊາຍ,CP-FB1,'));
    await admin.post('/api/v1/people', { givenNameLo: 'ພອນສຸດາ', familyNameLo: 'ແກ້ວ', serviceNumber: 'E-1' });
    const before = await persons();
    expect((await admin.put(`/api/v1/imports/${body.id}/confirmation`)).body.code).toBe('import.changed');
    expect(await persons()).toBe(before);
    expect((await admin.get(`/api/v1/imports/${body.id}`)).body).toMatchObject({
      state: 'previewed',
      counts: { new: 1, update: 1 },
    });
    await admin.put(`/api/v1/imports/${body.id}/confirmation`);
    expect(await persons()).toBe(before + 1);
  });

  it('is confirmed once by ten who confirm at once', async () => {
    const { body } = await upload(admin, list('F-1,ສຸກສະຫວັນ,ທອງ,ຊາຍ,CP-FB1,'));
    const before = await persons();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => admin.put(`/api/v1/imports/${body.id}/confirmation`)),
    );
    expect([all.map((one) => one.status), await persons()]).toEqual([Array(10).fill(200), before + 1]);
  });

  it('can be discarded, and then is gone', async () => {
    const { body } = await upload(admin, list('G-1,ກົງໃຈ,ມີ,ຊາຍ,CP-FB1,'));
    expect((await admin.delete(`/api/v1/imports/${body.id}`)).status).toBe(204);
    expect((await admin.put(`/api/v1/imports/${body.id}/confirmation`)).body.code).toBe('import.closed');
    expect((await admin.get(`/api/v1/imports/${body.id}/lines`)).body.items).toEqual([]);
  });

  it('refuses what is no list, and who may not', async () => {
    expect((await upload(admin, '%PDF-1.7', 'a.pdf')).body.code).toBe('import.file_kind');
    expect((await upload(admin, 'only,headings\n')).body.code).toBe('import.empty');
    expect((await upload(admin, Buffer.alloc(11 * 1_048_576, 97))).status).toBe(413);
    expect((await admin.post('/api/v1/imports', {})).body.code).toBe('import.file_missing');
    expect((await upload(await khou.signedIn(['trainer']), list('X,ກ,ຂ,,,'))).status).toBe(403);
  });
});

describe('files to work with', () => {
  it('are a template in both formats, and everybody as a list that can be read back', async () => {
    const csv = await admin.get('/api/v1/imports/templates/csv');
    expect([csv.status, csv.text.split('\r\n')[0]]).toEqual([
      200,
      expect.stringContaining('ລະຫັດພະນັກງານ / Service number'),
    ]);
    expect((await admin.get('/api/v1/imports/templates/xlsx')).bytes.subarray(0, 2).toString()).toBe('PK');
    const everybody = await admin.get('/api/v1/people.csv');
    const { body } = await upload(admin, everybody.bytes);
    expect(body.counts).toMatchObject({ new: 0, error: 0, update: 0 });
  });
});

describe('five thousand people', () => {
  it.each(['csv', 'xlsx'] as const)('are previewed and written, as %s', async (format) => {
    const people = aList(5_000, format);
    const file =
      format === 'xlsx'
        ? await xlsxList(people)
        : Buffer.from(
            list(
              ...people.map((one) =>
                [one.serviceNumber, one.givenNameLo, one.familyNameLo, one.sex, one.unit, one.phone].join(','),
              ),
            ),
          );
    const before = await persons();
    const { body } = await upload(admin, file, `list.${format}`);
    expect([body.counts.new + body.counts.duplicate, body.counts.error]).toEqual([5_000, 0]);
    await admin.patch(`/api/v1/imports/${body.id}/lines`, { decision: 'take', lines: 'undecided' });
    const { status } = await admin.put(`/api/v1/imports/${body.id}/confirmation`);
    expect([status, await persons()]).toEqual([200, before + 5_000]);
  });
});
