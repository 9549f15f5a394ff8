import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { referenceId } from '../places/reference.rules.js';
import { PeopleService } from './index.js';
import { addedBy } from './person.fixture.js';

const bridge = referenceId('CP-FB1');
const airport = referenceId('CP-WATTAY');

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator'], { givenLo: 'ກ' });
});
afterAll(() => khou.close());

const aPerson = (fields: object = {}) => addedBy(admin, fields);

describe('a person', () => {
  it('is put on record with a posting, and found by name, number and phone', async () => {
    const person = await aPerson({
      givenNameLo: 'ສົມສັກ',
      familyNameLo: 'ຫຼວງນ້ຳ',
      givenNameEn: 'Somsak',
      phone: '020 5512 3456',
      unitId: bridge,
      position: 'ຫົວໜ້າ',
    });
    expect(person).toMatchObject({
      nameLo: 'ສົມສັກ ຫຼວງນ້ຳ',
      unit: { code: 'CP-FB1' },
      position: 'ຫົວໜ້າ',
      account: null,
      postings: [{ validFrom: '2026-10-12', validTo: null }],
      allowed: ['edit', 'move', 'grant_roles', 'print_card'],
    });
    for (const q of ['ຫລວງນໍ້າ', 'ສົມສັກຫຼວງ', 'somsak', '5512 3456', person.serviceNumber, 'ນ້ຳ ສົມ']) {
      const { body } = await admin.get(`/api/v1/people?q=${encodeURIComponent(q)}`);
      expect([q, body.items.map((one: { id: string }) => one.id)]).toEqual([q, [person.id]]);
    }
  });

  it('is refused where somebody of the name is on record, until somebody has looked', async () => {
    const input = { givenNameLo: 'ດາວເຮືອງ', familyNameLo: 'ສີສຸກ', unitId: bridge };
    const first = await aPerson(input);
    const again = await admin.post('/api/v1/people', input);
    expect([again.status, again.body.code, again.body.params]).toMatchObject([
      409,
      'people.suspected_duplicate',
      { personId: first.id, reason: 'same_name_unit' },
    ]);
    expect((await admin.post('/api/v1/people', { ...input, isAnother: true })).status).toBe(201);
  });

  it('keeps a service number for themselves, however it is written', async () => {
    await aPerson({ serviceNumber: '77-88' });
    const { body } = await admin.post('/api/v1/people', { givenNameLo: 'ອື່ນ', serviceNumber: '7788' });
    expect(body.code).toBe('people.service_number_taken');
  });

  it('is corrected without losing what is not named', async () => {
    const person = await aPerson({ rank: 'ຮ້ອຍເອກ', birthYear: 1990 });
    const { body } = await admin.patch(`/api/v1/people/${person.id}`, { phone: '02012345', rank: null });
    expect(body).toMatchObject({ phone: '02012345', rank: null, birthYear: 1990, serviceNumber: person.serviceNumber });
    expect((await admin.get('/api/v1/people?q=02012345')).body.items).toHaveLength(1);
  });
});

describe('a person who moves', () => {
  it('leaves the old unit the day before, and no day of the past changes', async () => {
    const person = await aPerson({ unitId: bridge, postedFrom: '2020-01-01' });
    const { body } = await admin.post(`/api/v1/people/${person.id}/postings`, {
      unitId: airport,
      validFrom: '2026-06-01',
    });
    expect(
      body.postings.map((one: { unit: { code: string }; validFrom: string; validTo: string }) => [
        one.unit.code,
        one.validFrom,
        one.validTo,
      ]),
    ).toEqual([
      ['CP-WATTAY', '2026-06-01', null],
      ['CP-FB1', '2020-01-01', '2026-05-31'],
    ]);
    const people = khou.app.get(PeopleService);
    expect(
      await Promise.all(['2019-12-31', '2026-05-31', '2026-06-01'].map((day) => people.unitOf(person.id, day))),
    ).toEqual([null, bridge, airport]);
  });

  it('is never at two units on one day', async () => {
    const person = await aPerson({ unitId: bridge, postedFrom: '2020-01-01' });
    const { body: moved } = await admin.post(`/api/v1/people/${person.id}/postings`, {
      unitId: airport,
      validFrom: '2026-06-01',
    });
    const old = moved.postings[1].id;
    const { body } = await admin.patch(`/api/v1/people/${person.id}/postings/${old}`, { validTo: '2026-06-01' });
    expect(body.code).toBe('people.postings_overlap');
    expect(
      (await admin.patch(`/api/v1/people/${person.id}/postings/${old}`, { validTo: '2019-01-01' })).body.code,
    ).toBe('people.dates_out_of_order');
    expect((await admin.delete(`/api/v1/people/${person.id}/postings/${old}`)).body.postings).toHaveLength(1);
  });

  it('is found among those who are posted nowhere once the posting is over', async () => {
    const nowhere = async () =>
      (await admin.get('/api/v1/people?unit=none&limit=200')).body.items.map(({ id }: { id: string }) => id);
    const person = await aPerson({ unitId: bridge, postedFrom: '2020-01-01' });
    expect(await nowhere()).not.toContain(person.id);
    const url = `/api/v1/people/${person.id}/postings/${person.postings[0].id}`;
    await admin.patch(url, { validTo: '2026-10-11' });
    expect(await nowhere()).toContain(person.id);
    const { body } = await admin.get('/api/v1/overview');
    expect(body.withoutPosting).toBe((await nowhere()).length);
    expect((await admin.get('/api/v1/people?unit=nowhere')).status).toBe(422);
  });

  it('cannot go to a unit that is closed, and a unit with people cannot close', async () => {
    const person = await aPerson({ unitId: referenceId('CP-LALAY') });
    expect((await admin.put(`/api/v1/units/${person.unit.id}/closure`, { closedOn: '2026-10-12' })).body.code).toBe(
      'places.unit_occupied',
    );
    const closed = referenceId('CP-PAKXAN');
    await admin.put(`/api/v1/units/${closed}/closure`, { closedOn: '2026-01-01' });
    expect(
      (await admin.post(`/api/v1/people/${person.id}/postings`, { unitId: closed, validFrom: '2026-10-12' })).body.code,
    ).toBe('places.unit_closed');
  });
});

describe('the list of people', () => {
  it('stands in Lao order, page by page, without losing or repeating anybody', async () => {
    for (const givenNameLo of ['ໄກ່', 'ກາ', 'ເກົ່າ', 'ຂາ', 'ແກ້ວ']) await aPerson({ givenNameLo, familyNameLo: 'ລຳດັບ' });
    const names: string[] = [];
    for (let after = ''; ;) {
      const { body } = await admin.get(`/api/v1/people?q=${encodeURIComponent('ລຳດັບ')}&limit=2${after}`);
      names.push(...body.items.map((one: { nameLo: string }) => one.nameLo.split(' ')[0]));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(names).toEqual(['ກາ', 'ເກົ່າ', 'ແກ້ວ', 'ໄກ່', 'ຂາ']);
  });

  it('is cut by unit with what is below it, by role and by state of the account', async () => {
    const person = await aPerson({ givenNameLo: 'ຕັດ', familyNameLo: 'ກອງ', unitId: referenceId('CP-NAPHAO') });
    const found = async (query: string) =>
      (await admin.get(`/api/v1/people?q=${encodeURIComponent('ຕັດ ກອງ')}&${query}`)).body.items.length;
    expect([
      await found(`unit=${referenceId('DOI')}`),
      await found(`unit=${bridge}`),
      await found('state=none'),
      await found('role=trainer'),
    ]).toEqual([1, 0, 1, 0]);
    await admin.put(`/api/v1/people/${person.id}/roles/trainer`);
    expect([await found('state=none'), await found('state=invited'), await found('role=trainer')]).toEqual([0, 1, 1]);
  });

  it('asks the trigram index, and keeps its order by an index', async () => {
    const plan = async (text: string) =>
      JSON.stringify(
        await khou.queries.transaction(async (tx) => {
          await tx.query('set local enable_seqscan = off');
          return tx.query(`explain ${text}`);
        }),
      );
    expect(await plan(`select id from persons where search_key like '%ຫລວງ%'`)).toContain('persons_by_search_key');
    expect(
      await plan(
        `select id from persons p order by p.given_name_lo collate lao, coalesce(p.family_name_lo, '') collate lao, p.id limit 50`,
      ),
    ).toContain('persons_in_lao_order');
  });
});
