import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

async function aDonor(code: string) {
  return (await admin.post('/api/v1/donors', { code, nameEn: `Donor ${code}`, nameLo: ' ' })).body;
}

describe('donors and agencies', () => {
  it('are entered with a code in capitals, and a blank Lao name is none', async () => {
    const { status, body } = await admin.post('/api/v1/donors', {
      code: ' canada ',
      nameEn: 'Government of Canada',
      nameLo: ' ',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ code: 'CANADA', nameEn: 'Government of Canada', nameLo: null, projects: 0 });
  });

  it('refuse a code that is taken, and one with a space inside', async () => {
    await admin.post('/api/v1/agencies', { code: 'IOM', nameEn: 'International Organization for Migration' });
    expect((await admin.post('/api/v1/agencies', { code: 'iom', nameEn: 'Again' })).body.code).toBe(
      'programme.code_taken',
    );
    const { status, body } = await admin.post('/api/v1/agencies', { code: 'I O M', nameEn: 'Spaced' });
    expect([status, body.errors[0].path]).toEqual([422, 'code']);
  });

  it('are changed as a whole, and removed only while no project names them', async () => {
    const donor = await aDonor('PRM');
    const changed = await admin.put(`/api/v1/donors/${donor.id}`, {
      code: 'PRM',
      nameEn: 'Bureau of Population, Refugees and Migration',
      nameLo: 'ທົດສອບ',
    });
    expect(changed.body).toMatchObject({ nameLo: 'ທົດສອບ' });
    await admin.post('/api/v1/projects', {
      code: 'PRM-ARMP',
      titleEn: 'Asia Regional Migration Program',
      donorId: donor.id,
    });
    expect((await admin.delete(`/api/v1/donors/${donor.id}`)).body.code).toBe('programme.in_use');
    const spare = await aDonor('SPARE');
    expect((await admin.delete(`/api/v1/donors/${spare.id}`)).status).toBe(204);
    expect((await admin.delete(`/api/v1/donors/${spare.id}`)).body.code).toBe('programme.missing');
  });

  it('come in pages by code', async () => {
    for (const code of ['Z1', 'Z2', 'Z3']) await aDonor(code);
    const first = (await admin.get('/api/v1/donors?limit=2')).body;
    const rest = (await admin.get(`/api/v1/donors?limit=200&after=${first.next}`)).body;
    const codes = [...first.items, ...rest.items].map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(new Set(codes).size).toBe(codes.length);
    expect(rest.next).toBeNull();
  });
});

describe('a project', () => {
  it('names donor, implementer and partner, and says how many courses it has', async () => {
    const donor = await aDonor('GAC');
    const { body: partner } = await admin.post('/api/v1/agencies', {
      code: 'DOI',
      nameEn: 'Department of Immigration',
    });
    const { status, body } = await admin.post('/api/v1/projects', {
      code: 'CANADA-INDUCTION-P3',
      titleEn: 'Capacity Building through Improved Induction and Refresher Training',
      phase: 3,
      donorId: donor.id,
      partnerId: partner.id,
      startsOn: '2017-04-01',
      endsOn: null,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      phase: 3,
      donor: { code: 'GAC' },
      partner: { code: 'DOI' },
      implementer: null,
      endsOn: null,
      courses: 0,
    });
    expect((await admin.get(`/api/v1/projects/${body.id}`)).body).toEqual(body);
  });

  it('does not end before it starts, and its donor exists', async () => {
    const donor = await aDonor('INL');
    const backwards = await admin.post('/api/v1/projects', {
      code: 'BACK',
      titleEn: 'Backwards',
      donorId: donor.id,
      startsOn: '2023-07-14',
      endsOn: '2020-07-15',
    });
    expect([backwards.status, backwards.body.errors[0].path]).toEqual([422, 'endsOn']);
    const orphan = await admin.post('/api/v1/projects', {
      code: 'ORPHAN',
      titleEn: 'Orphan',
      donorId: '01a7b7b3-0000-7000-8000-000000000000',
    });
    expect(orphan.body.code).toBe('programme.reference_missing');
  });
});

describe('who may', () => {
  it('an observer reads the programme and changes nothing; a trainee sees none of it', async () => {
    const observer = await khou.signedIn(['observer']);
    const trainee = await khou.signedIn(['trainee']);
    for (const list of ['donors', 'agencies', 'projects']) {
      expect((await observer.get(`/api/v1/${list}`)).status).toBe(200);
      expect((await observer.post(`/api/v1/${list}`, { code: 'X', nameEn: 'X' })).status).toBe(403);
      expect((await trainee.get(`/api/v1/${list}`)).status).toBe(403);
    }
  });
});
