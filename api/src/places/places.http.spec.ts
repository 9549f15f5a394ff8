import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { PlacesService } from './index.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

const unitByCode = async (code: string) => {
  const { body } = await admin.get(`/api/v1/units?q=${encodeURIComponent(code)}&closed=any`);
  return body.items.find((unit: { code: string }) => unit.code === code);
};

describe('the places every installation starts with', () => {
  it('are the 18 provinces in their official order', async () => {
    const { status, body } = await admin.get('/api/v1/provinces');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(18);
    expect(body.items[0]).toMatchObject({
      id: 'LA-VT',
      kind: 'prefecture',
      nationalCode: '01',
      nameLo: 'ນະຄອນຫຼວງວຽງຈັນ',
    });
  });

  it('are checkpoints below the department, each with class, province and how sure it is', async () => {
    expect(await unitByCode('CP-FB1')).toMatchObject({
      nameLo: 'ຂົວມິດຕະພາບລາວ-ໄທ ແຫ່ງທີ 1',
      parent: { code: 'DOI' },
      province: { id: 'LA-VT', region: 'central' },
      class: 'international',
      classes: [{ class: 'international', validFrom: null }],
      coordConfidence: 'medium',
      allowed: ['edit', 'reclassify', 'close'],
    });
    expect(await unitByCode('CP-TRAD-EXAMPLE-1')).toMatchObject({ class: 'traditional', recordConfidence: 'demo' });
  });

  it('keep what an administrator changed when the program starts again', async () => {
    await admin.patch('/api/v1/provinces/LA-SV', { region: 'southern' });
    await khou.app.get(PlacesService).seed();
    const { body } = await admin.get('/api/v1/provinces');
    expect(body.items.find((one: { id: string }) => one.id === 'LA-SV').region).toBe('southern');
    expect((await admin.get('/api/v1/units?kind=ministry')).body.items).toHaveLength(1);
  });
});

describe('finding a unit', () => {
  it.each([
    ['ຫລວງນໍ້າທາ', 0],
    ['ດ່ານສາກົນນໍ້າພາວ', 1],
    ['nong khai thanaleng', 2],
    ['vte', 1],
    ['100%', 0],
  ])('by %s', async (q, count) => {
    const { body } = await admin.get(`/api/v1/units?q=${encodeURIComponent(q)}`);
    expect(body.items).toHaveLength(count);
  });

  it('by province, region and class', async () => {
    const southern = await admin.get('/api/v1/units?region=southern&class=traditional');
    expect(southern.body.items.map((unit: { code: string }) => unit.code)).toEqual(['CP-TRAD-EXAMPLE-3', 'CP-KALO']);
    const roots = await admin.get('/api/v1/units?parent=none');
    expect(roots.body.items.map((unit: { code: string }) => unit.code)).toEqual(['MOPS']);
  });

  it('page by page without losing or repeating one', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await admin.get(`/api/v1/units?limit=7${after}`);
      seen.push(...body.items.map((unit: { code: string }) => unit.code));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(50);
  });
});

describe('an administrator who keeps the units', () => {
  const post = {
    code: 'CP-NEW',
    kind: 'checkpoint',
    nameEn: 'New post',
    nameLo: 'ດ່ານໃໝ່',
    provinceId: 'LA-BK',
    class: 'local',
  };

  it('opens one, gives it another class later, and both stay on record', async () => {
    const opened = await admin.post('/api/v1/units', post);
    expect(opened.status).toBe(201);
    const later = await admin.post(`/api/v1/units/${opened.body.id}/classes`, {
      class: 'international',
      validFrom: '2026-10-12',
    });
    expect(later.body).toMatchObject({
      class: 'international',
      classes: [{ validFrom: null }, { validFrom: '2026-10-12' }],
    });
    expect((await admin.post('/api/v1/units', post)).body.code).toBe('places.code_taken');
  });

  it('may not hang a department below its own post', async () => {
    const [department, checkpoint] = [await unitByCode('DOI'), await unitByCode('CP-LPQ')];
    const { status, body } = await admin.patch(`/api/v1/units/${department.id}`, { parentId: checkpoint.id });
    expect([status, body.code]).toEqual([422, 'places.below_itself']);
  });

  it('closes a post that nobody is at, and may open it again', async () => {
    const { id } = await unitByCode('CP-PAKXAN');
    const closed = await admin.put(`/api/v1/units/${id}/closure`, { closedOn: '2026-10-12' });
    expect(closed.body).toMatchObject({ closedOn: '2026-10-12', allowed: ['edit', 'reclassify', 'reopen'] });
    expect((await admin.get('/api/v1/units?closed=yes')).body.items).toHaveLength(1);
    expect((await admin.delete(`/api/v1/units/${id}/closure`)).body.closedOn).toBeNull();
  });

  it('may not close a unit with units below it', async () => {
    const { id } = await unitByCode('DOI');
    expect((await admin.put(`/api/v1/units/${id}/closure`, { closedOn: '2026-10-12' })).body.code).toBe(
      'places.unit_occupied',
    );
  });

  it('is alone in that: others read, or see nothing', async () => {
    const observer = await khou.signedIn(['observer']);
    expect((await observer.get('/api/v1/units')).body.items[0].allowed).toEqual([]);
    expect((await observer.post('/api/v1/units', { ...post, code: 'CP-X' })).status).toBe(403);
    expect((await (await khou.signedIn(['trainee'])).get('/api/v1/units')).status).toBe(403);
  });
});
