import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aPastClass, issued } from '../../test/past-class.js';
import { officers } from '../../test/plan.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

describe('the overview', () => {
  it('names a closed cohort whose people meet the rules, and forgets it once they have their certificates', async () => {
    const taught = await aPastClass(khou, { trainees: 4, failed: [0], absent: [1] });
    const before = await admin.get('/api/v1/overview');
    expect(before.status).toBe(200);
    expect(before.body.decisions.certificates).toMatchObject([{ cohort: { id: taught.cohortId }, count: 2 }]);
    await admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, {
      personIds: taught.trainees.slice(2).map(({ personId }) => personId),
    });
    expect((await admin.get('/api/v1/overview')).body.decisions).toMatchObject({ certificates: [], unprinted: 2 });
    await khou.drain();
    const after = await admin.get('/api/v1/overview');
    expect(after.body.decisions.unprinted).toBe(0);
    expect(after.body.certificates.completion).toBe(2);
    expect(after.body.certified).toEqual({ all: 2, female: 0, male: 0, notStated: 2 });
  });

  it('counts a checkpoint as covered once somebody posted there holds a valid certificate', async () => {
    const { ids, unitId } = await officers(khou, 3);
    await khou.queries.read(
      `update units set province_id = (select id from provinces where id = 'LA-BK') where id = $1`,
      [unitId],
    );
    const bokeo = async () =>
      (await admin.get('/api/v1/overview')).body.coverage.find(
        ({ provinceId }: { provinceId: string }) => provinceId === 'LA-BK',
      );
    const empty = await bokeo();
    expect(empty).toMatchObject({ nameEn: 'Bokeo', posted: 3, certified: 0, checkpointsCovered: 0 });
    const taught = await aPastClass(khou, { trainees: 1 });
    await khou.queries.read(`update postings set person_id = $1 where person_id = $2`, [
      taught.trainees[0]!.personId,
      ids[0],
    ]);
    const made = await issued(khou, admin, taught);
    expect(await bokeo()).toMatchObject({ posted: 3, certified: 1, checkpointsCovered: 1 });
    await admin.post(`/api/v1/certificates/${made.certificates[0]!.id}/revocation`, {
      reason: 'Issued to the wrong person',
    });
    expect(await bokeo()).toMatchObject({ posted: 3, certified: 0, checkpointsCovered: 0 });
  });

  it('asks for a cohort to be closed once its last day is over', async () => {
    const { cohortId } = await aPastClass(khou, { trainees: 1, state: 'running' });
    expect((await admin.get('/api/v1/overview')).body.decisions.unclosed).toEqual([]);
    khou.clock.advance(2 * 86_400_000);
    const again = await khou.signedIn(['administrator']);
    expect((await again.get('/api/v1/overview')).body.decisions.unclosed).toMatchObject([{ id: cohortId }]);
  });

  it('shows an observer the figures and no decisions, names or people', async () => {
    const observer = await khou.signedIn(['observer'], { givenEn: 'Watcher' });
    const { status, body, text } = await observer.get('/api/v1/overview');
    expect([status, body.decisions]).toEqual([200, null]);
    expect(body.people.all).toBeGreaterThan(3);
    expect(text).not.toMatch(/Trainee|Watcher|ທົດສອບ/);
  });

  it('is not for trainers', async () => {
    expect((await (await khou.signedIn(['trainer'])).get('/api/v1/overview')).status).toBe(403);
  });
});
