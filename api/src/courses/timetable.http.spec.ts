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

const at = (session: { date: string; startsMinute: number; minutes: number }) =>
  `${session.date.slice(8)} ${session.startsMinute}+${session.minutes}`;

async function planned(more: Record<string, unknown> = {}, by = trainer) {
  const { status, body } = await by.post('/api/v1/cohorts', aPlan(course.courseId, by.personId, more));
  expect([status, body.code]).toEqual([201, body.code]);
  return body;
}

describe('a trainer who is needed twice', () => {
  it('is a clash only when the hours meet, is refused, and may be overridden with a reason', async () => {
    const busy = await khou.signedIn(['trainer']);
    const first = await planned({ days: ['2027-01-11', '2027-01-12', '2027-01-13'] }, busy);
    const again = aPlan(course.courseId, busy.personId, { days: ['2027-01-13', '2027-01-14', '2027-01-15'] });
    const { status, body } = await busy.post('/api/v1/cohorts', again);
    expect([status, body.code, body.params.date]).toEqual([409, 'cohort.trainer_clash', '2027-01-13']);
    const preview = await busy.post('/api/v1/plan-previews', {
      courseId: course.courseId,
      days: again.days,
      team: again.team,
    });
    expect(preview.body.clashes).toEqual([
      expect.objectContaining({ personId: busy.personId, cohortCode: first.code, date: '2027-01-13', fromMinute: 510 }),
    ]);
    const anyway = await busy.post('/api/v1/cohorts', {
      ...again,
      clashOverride: { reason: 'The second class begins after lunch on that day' },
    });
    expect(anyway.status).toBe(201);
    const { body: table } = await busy.get(`/api/v1/cohorts/${anyway.body.id}/timetable`);
    const opening = table.sessions[0];
    expect(
      (
        await busy.patch(`/api/v1/cohorts/${anyway.body.id}/sessions/${opening.id}`, {
          startsMinute: opening.startsMinute - 5,
        })
      ).status,
    ).toBe(200);
    const [event] = await khou.queries.read<{ details: { reason: string } }>(
      `select details from audit_events where action = 'cohort.clash_overridden'`,
    );
    expect(event!.details.reason).toContain('after lunch');
  });

  it('may teach two classes on one day when their hours do not meet', async () => {
    const busy = await khou.signedIn(['trainer']);
    const morning = await planned({ days: ['2027-02-01', '2027-02-02', '2027-02-03'] }, busy);
    const away = await khou.signedIn(['trainer']);
    const other = await planned({ days: ['2027-02-03', '2027-02-04', '2027-02-05'] }, away);
    const { body: table } = await away.get(`/api/v1/cohorts/${other.id}/timetable`);
    // The first class is taught from 08:30 to 09:45 and from 13:00 to 14:15 on its last day.
    for (const [title, startsMinute] of [
      ['Module M02', 870],
      ['Opening', 600],
    ] as const) {
      const session = table.sessions.find(
        (one: { date: string; titleEn: string }) => one.date === '2027-02-03' && one.titleEn === title,
      );
      expect((await away.patch(`/api/v1/cohorts/${other.id}/sessions/${session.id}`, { startsMinute })).status).toBe(
        200,
      );
    }
    const team = [
      { personId: away.personId, role: 'lead' },
      { personId: busy.personId, role: 'co-trainer' },
    ];
    expect((await away.put(`/api/v1/cohorts/${other.id}/team`, { team })).status).toBe(200);
    const back = await busy.put(`/api/v1/cohorts/${morning.id}/timetable`, {
      days: ['2027-02-04', '2027-02-05', '2027-02-06'],
    });
    expect([back.status, back.body.code]).toEqual([409, 'cohort.trainer_clash']);
  });

  it('is booked by only one of two who plan at the same moment', async () => {
    const busy = await khou.signedIn(['trainer']);
    const plans = ['2027-03-01', '2027-03-01'].map((day) =>
      trainer.post(
        '/api/v1/cohorts',
        aPlan(course.courseId, busy.personId, { days: [day, '2027-03-02', '2027-03-03'] }),
      ),
    );
    const statuses = (await Promise.all(plans)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409]);
  });
});

describe('a timetable changed by hand', () => {
  it('takes a free time, refuses a taken one, and pushes the rest of the day when asked', async () => {
    const cohort = await planned({ days: ['2027-04-05', '2027-04-06', '2027-04-07'] });
    const url = `/api/v1/cohorts/${cohort.id}`;
    const { body: before } = await trainer.get(`${url}/timetable`);
    const test = before.sessions.find((session: { kind: string }) => session.kind === 'test');
    const refused = await trainer.patch(`${url}/sessions/${test.id}`, { minutes: 60 });
    expect([refused.status, refused.body.code, refused.body.params.startsMinute]).toEqual([
      409,
      'session.overlaps',
      820,
    ]);
    const { body: after } = await trainer.patch(`${url}/sessions/${test.id}`, { minutes: 60, push: true });
    expect(after.sessions.slice(-2).map(at)).toEqual(['07 780+60', '07 840+35']);
    const { body: again } = await trainer.put(`${url}/timetable`, { days: cohort.days });
    expect(again.days).toEqual(cohort.days);
    expect((await trainer.get(`${url}/timetable`)).body.sessions.map(at)).toEqual(before.sessions.map(at));
  });

  it('moves with the cohort to other days while it is planned, not once it runs', async () => {
    const cohort = await planned({ days: ['2027-05-03', '2027-05-04', '2027-05-05'] });
    const moved = await trainer.put(`/api/v1/cohorts/${cohort.id}/timetable`, {
      days: ['2027-05-06', '2027-05-07', '2027-05-10'],
    });
    expect(moved.body).toMatchObject({
      startsOn: '2027-05-06',
      endsOn: '2027-05-10',
      days: ['2027-05-06', '2027-05-07', '2027-05-10'],
    });
    const { ids } = await officers(khou, 1);
    await trainer.post(`/api/v1/cohorts/${cohort.id}/enrolments`, { personIds: ids });
    const { body: list } = await trainer.get(`/api/v1/cohorts/${cohort.id}/enrolments`);
    await trainer.post(`/api/v1/cohorts/${cohort.id}/confirmations`, { enrolmentIds: [list.items[0].id] });
    expect((await trainer.post(`/api/v1/cohorts/${cohort.id}/opening`)).body.state).toBe('running');
    expect((await trainer.put(`/api/v1/cohorts/${cohort.id}/timetable`, { days: cohort.days })).body.code).toBe(
      'cohort.wrong_state',
    );
  });
});
