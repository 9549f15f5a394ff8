import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { type Planned, aCourse, aPlan, officers } from '../../test/plan.js';

let khou: App;
let admin: Caller;
let trainer: Caller;
let course: Planned;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  trainer = await khou.signedIn(['trainer']);
  course = await aCourse(khou, admin);
});
afterAll(() => khou.close());

async function planned(more: Record<string, unknown> = {}, by = trainer) {
  const { status, body } = await by.post('/api/v1/cohorts', aPlan(course.courseId, by.personId, more));
  expect([status, body.code]).toEqual([201, body.code]);
  return body;
}

describe('a Master Trainer plans a cohort', () => {
  it('that is pinned to the newest version and has a code, a timetable and a team', async () => {
    const cohort = await planned();
    expect(cohort).toMatchObject({
      state: 'planned',
      version: { id: course.versionId, version: '0.1.0' },
      startsOn: '2026-10-19',
      endsOn: '2026-10-21',
      days: ['2026-10-19', '2026-10-20', '2026-10-21'],
      seats: 20,
      seatsTaken: 0,
      myRole: 'lead',
      team: [{ personId: trainer.personId, role: 'lead' }],
      allowed: ['edit', 'team', 'replan', 'upgrade', 'session', 'enrol', 'open', 'cancel'],
    });
    expect(cohort.code).toMatch(/^FND-2026-\d\d$/);
    const { body } = await trainer.get(`/api/v1/cohorts/${cohort.id}/timetable`);
    expect(body.taughtMinutes).toBe(420);
    expect(
      body.sessions
        .filter((session: { date: string }) => session.date === '2026-10-19')
        .map((session: { titleEn: string }) => session.titleEn),
    ).toEqual(['Opening', 'Lunch', 'Module M02']);
  });

  it('sees before saving how the timetable falls, and what somebody with experience would remark', async () => {
    const { status, body } = await trainer.post('/api/v1/plan-previews', {
      courseId: course.courseId,
      days: ['2026-10-24'],
      seats: 20,
      team: [{ personId: trainer.personId, role: 'lead' }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ fits: false, missingMinutes: 75, sessions: [], advice: ['weekend', 'team_small'] });
    const fitting = await trainer.post('/api/v1/plan-previews', {
      courseId: course.courseId,
      days: ['2026-10-26', '2026-10-27'],
    });
    expect(fitting.body).toMatchObject({ fits: true, missingMinutes: 0, taughtMinutes: 420, advice: [], clashes: [] });
  });

  it('cannot press three days into one: the refusal says how many minutes are missing', async () => {
    const { status, body } = await trainer.post(
      '/api/v1/cohorts',
      aPlan(course.courseId, trainer.personId, { days: ['2026-11-02'] }),
    );
    expect([status, body.code, body.params.missingMinutes]).toEqual([422, 'cohort.too_long', 75]);
  });

  it('gets codes without a gap or a double, also when ten plan at once', async () => {
    const other = await aCourse(khou, admin, 'TOT');
    const leads = await Promise.all(Array.from({ length: 10 }, () => khou.signedIn(['trainer'])));
    const made = await Promise.all(
      leads.map((lead) => lead.post('/api/v1/cohorts', aPlan(other.courseId, lead.personId))),
    );
    expect(made.map(({ body }) => body.code).sort()).toEqual(
      Array.from({ length: 10 }, (_, index) => `TOT-2026-${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('names exactly one lead, and a province or a region', async () => {
    const twoLeads = aPlan(course.courseId, trainer.personId, {
      team: [
        { personId: trainer.personId, role: 'lead' },
        { personId: admin.personId, role: 'lead' },
      ],
    });
    expect((await trainer.post('/api/v1/cohorts', twoLeads)).body.code).toBe('team.one_lead');
    const nowhere = await trainer.post('/api/v1/cohorts', aPlan(course.courseId, trainer.personId, { region: null }));
    expect(nowhere.body.errors[0].path).toBe('provinceId');
    const abroad = await trainer.post(
      '/api/v1/cohorts',
      aPlan(course.courseId, trainer.personId, { region: null, provinceId: 'XX' }),
    );
    expect(abroad.body.code).toBe('cohort.province_missing');
  });
});

describe('the life of a cohort', () => {
  it('opens when somebody has a seat, closes on its last day, and is then finished', async () => {
    const cohort = await planned({ days: ['2027-06-07', '2027-06-08', '2027-06-09'] });
    const url = `/api/v1/cohorts/${cohort.id}`;
    expect((await trainer.post(`${url}/opening`)).body.code).toBe('cohort.empty');
    const { ids } = await officers(khou, 1);
    await trainer.post(`${url}/enrolments`, { personIds: ids });
    const { body: list } = await trainer.get(`${url}/enrolments`);
    await trainer.post(`${url}/confirmations`, { enrolmentIds: [list.items[0].id] });
    expect((await trainer.post(`${url}/closure`)).body.code).toBe('cohort.wrong_state');
    expect((await trainer.post(`${url}/opening`)).body).toMatchObject({
      state: 'running',
      allowed: ['edit', 'team', 'upgrade', 'session', 'enrol', 'close', 'cancel'],
    });
    expect((await trainer.post(`${url}/closure`)).body.code).toBe('cohort.not_over');
    await khou.queries.transaction((tx) =>
      tx.query(`update cohorts set starts_on = '2026-10-10', ends_on = '2026-10-12' where id = $1`, [cohort.id]),
    );
    expect((await trainer.post(`${url}/closure`)).body).toMatchObject({ state: 'closed', allowed: [] });
    expect((await trainer.patch(url, { seats: 30 })).body.code).toBe('cohort.wrong_state');
    expect((await trainer.post(`${url}/cancellation`, { reason: 'Too late' })).body.code).toBe('cohort.wrong_state');
  });

  it('is cancelled with a reason, which stays with it', async () => {
    const cohort = await planned({ days: ['2027-06-14', '2027-06-15', '2027-06-16'] });
    expect((await trainer.post(`/api/v1/cohorts/${cohort.id}/cancellation`, { reason: ' ' })).status).toBe(422);
    const { body } = await trainer.post(`/api/v1/cohorts/${cohort.id}/cancellation`, { reason: 'The road is cut' });
    expect(body).toMatchObject({ state: 'cancelled', stateReason: 'The road is cut', allowed: [] });
  });
});

describe('who sees a cohort', () => {
  it('its team and who planned it, everybody with the wider permission, and nobody else', async () => {
    const observerOfTeam = await khou.signedIn(['trainer']);
    const team = [
      { personId: trainer.personId, role: 'lead' },
      { personId: observerOfTeam.personId, role: 'observer' },
    ];
    const cohort = await planned({ days: ['2027-07-05', '2027-07-06', '2027-07-07'], team });
    const stranger = await khou.signedIn(['trainer']);
    const donor = await khou.signedIn(['observer']);
    const url = `/api/v1/cohorts/${cohort.id}`;
    const routes: [string, string, unknown][] = [
      ['GET', url, undefined],
      ['GET', `${url}/timetable`, undefined],
      ['GET', `${url}/enrolments`, undefined],
      ['PATCH', url, { seats: 5 }],
      ['PUT', `${url}/team`, { team }],
      ['PUT', `${url}/timetable`, { days: cohort.days }],
      ['POST', `${url}/enrolments`, { personIds: [stranger.personId] }],
      ['POST', `${url}/confirmations`, { enrolmentIds: [cohort.id] }],
      ['POST', `${url}/opening`, {}],
      ['POST', `${url}/cancellation`, { reason: 'Mine now' }],
    ];
    for (const [method, to, body] of routes) {
      const answer = await stranger.send(method, to, { body });
      expect([to, answer.status, answer.body.code]).toEqual([to, 404, 'cohort.missing']);
    }
    expect((await stranger.get('/api/v1/cohorts')).body.items).toEqual([]);
    expect((await donor.get(url)).body).toMatchObject({ id: cohort.id, allowed: [] });
    expect((await observerOfTeam.get(url)).body).toMatchObject({ myRole: 'observer', allowed: [] });
    expect((await observerOfTeam.patch(url, { seats: 5 })).body.code).toBe('access.not_allowed');
    expect((await donor.patch(url, { seats: 5 })).status).toBe(403);
    const outsider = aPlan(course.courseId, stranger.personId, { days: ['2027-07-12', '2027-07-13', '2027-07-14'] });
    expect((await admin.post('/api/v1/cohorts', outsider)).body.allowed).toContain('edit');
  });

  it('lists come newest first in pages, and a month finds what has a day in it', async () => {
    const own = await khou.signedIn(['trainer']);
    for (const month of ['01', '02', '03']) await planned({ days: [`2028-${month}-27`, `2028-${month}-28`] }, own);
    const first = (await own.get('/api/v1/cohorts?limit=2')).body;
    const rest = (await own.get(`/api/v1/cohorts?limit=2&after=${first.next}`)).body;
    expect([...first.items, ...rest.items].map(({ startsOn }) => startsOn)).toEqual([
      '2028-03-27',
      '2028-02-27',
      '2028-01-27',
    ]);
    expect(rest.next).toBeNull();
    const february = (await own.get('/api/v1/cohorts?from=2028-02-01&to=2028-02-29')).body;
    expect(february.items).toHaveLength(1);
  });
});
