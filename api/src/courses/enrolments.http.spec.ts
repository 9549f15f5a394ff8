import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { type Planned, aCourse, aPlan, officers } from '../../test/plan.js';
import { CohortRecordService, EnrolmentsService, MembershipService } from './index.js';

let khou: App;
let admin: Caller;
let lead: Caller;
let course: Planned;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  lead = await khou.signedIn(['trainer']);
  course = await aCourse(khou, admin);
});
afterAll(() => khou.close());

let month = 0;

/** A cohort with the given seats and so many nominated; the enrolments come in the order of names, which is that of nomination. */
async function nominated(seats: number, count: number) {
  const year = 2027 + Math.floor(month / 12);
  const first = `${year}-${String((month++ % 12) + 1).padStart(2, '0')}`;
  const { body: cohort } = await lead.post(
    '/api/v1/cohorts',
    aPlan(course.courseId, lead.personId, { seats, days: [`${first}-01`, `${first}-02`, `${first}-03`] }),
  );
  const url = `/api/v1/cohorts/${cohort.id}`;
  const { ids } = await officers(khou, count);
  const { status, body } = await lead.post(`${url}/enrolments`, { personIds: ids });
  expect([status, body]).toEqual([201, { nominated: count, already: 0 }]);
  const { body: page } = await lead.get(`${url}/enrolments?limit=200`);
  const enrolmentIds: string[] = page.items.map(({ id }: { id: string }) => id);
  const confirm = (some: readonly string[], orWait = false) =>
    lead.post(`${url}/confirmations`, { enrolmentIds: some, orWait });
  const seatsOf = async () => (await lead.get(url)).body;
  return { id: cohort.id as string, url, people: ids, enrolmentIds, confirm, seatsOf };
}

describe('seats', () => {
  it('are never overbooked: of a hundred confirmations at once for the last seat, one succeeds', async () => {
    const { id, enrolmentIds, confirm, seatsOf } = await nominated(3, 102);
    expect((await confirm(enrolmentIds.slice(0, 2))).body).toMatchObject({ seats: 3, seatsTaken: 2 });
    const all = await Promise.all(enrolmentIds.slice(2).map((one) => confirm([one])));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      new Set(all.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${body.code}`)),
    ).toEqual(new Set(['409 cohort.full']));
    expect(await seatsOf()).toMatchObject({ seats: 3, seatsTaken: 3, nominated: 99, waiting: 0 });
    const [counted] = await khou.queries.read<{ count: number }>(
      `select count(*)::int as count from enrolments where cohort_id = $1 and state = 'confirmed'`,
      [id],
    );
    expect(counted!.count).toBe(3);
  });

  it('are held by the table too: a write past the last seat fails', async () => {
    const { id, enrolmentIds, confirm } = await nominated(1, 1);
    await confirm(enrolmentIds);
    await expect(
      khou.queries.transaction((tx) => tx.query(`update cohorts set seats_taken = 2 where id = $1`, [id])),
    ).rejects.toThrow('cohorts_never_overbooked');
  });

  it('are given to all of those asked for or to nobody, and say how many are free', async () => {
    const { enrolmentIds, confirm, seatsOf } = await nominated(2, 3);
    const { body } = await confirm(enrolmentIds);
    expect([body.code, body.params]).toEqual(['cohort.full', { seats: 2, free: 2, asked: 3 }]);
    expect(await seatsOf()).toMatchObject({ seatsTaken: 0, nominated: 3 });
  });

  it('can be reduced to what is taken, not further', async () => {
    const { url, enrolmentIds, confirm } = await nominated(5, 3);
    await confirm(enrolmentIds);
    const refused = await lead.patch(url, { seats: 2 });
    expect([refused.body.code, refused.body.params.seatsTaken]).toEqual(['cohort.seats_below_taken', 3]);
    expect((await lead.patch(url, { seats: 3, titleEn: 'Smaller' })).body).toMatchObject({
      seats: 3,
      titleEn: 'Smaller',
      titleLo: 'ຮຸ່ນ ນະຄອນຫຼວງ',
    });
  });
});

describe('the waiting list', () => {
  it('fills behind the seats in order, and moves up by itself when a seat frees', async () => {
    const { url, enrolmentIds, confirm, seatsOf } = await nominated(2, 5);
    const [first, second, third, fourth, fifth] = enrolmentIds as [string, string, string, string, string];
    expect((await confirm([first, second, third], true)).body).toMatchObject({
      confirmed: [first, second],
      waiting: [third],
      seatsTaken: 2,
    });
    khou.clock.advance(60_000);
    await confirm([fifth], true);
    khou.clock.advance(60_000);
    await confirm([fourth], true);
    const { body: waiting } = await lead.get(`${url}/enrolments?state=waiting`);
    expect(
      Object.fromEntries(waiting.items.map((one: { id: string; waitingPlace: number }) => [one.id, one.waitingPlace])),
    ).toEqual({ [third]: 1, [fifth]: 2, [fourth]: 3 });
    const out = await lead.post(`${url}/enrolments/${first}/withdrawal`, { reason: 'Shift roster' });
    expect(out.body).toEqual({ movedUp: [third], seats: 2, seatsTaken: 2 });
    const gone = await lead.post(`${url}/enrolments/${fourth}/withdrawal`, { reason: 'On leave' });
    expect(gone.body.movedUp).toEqual([]);
    const next = await lead.post(`${url}/enrolments/${second}/withdrawal`, { reason: 'Ill' });
    expect(next.body.movedUp).toEqual([fifth]);
    expect(await seatsOf()).toMatchObject({ seatsTaken: 2, waiting: 0 });
  });

  it('moves up when seats are added', async () => {
    const { url, enrolmentIds, confirm } = await nominated(1, 3);
    await confirm(enrolmentIds, true);
    expect((await lead.patch(url, { seats: 3 })).body).toMatchObject({ seats: 3, seatsTaken: 3, waiting: 0 });
  });
});

describe('an enrolment', () => {
  it('keeps rank and unit of the day of nomination', async () => {
    const { url, people } = await nominated(2, 1);
    await khou.queries.transaction((tx) => tx.query(`update persons set rank = 'ຮ້ອຍເອກ' where id = $1`, [people[0]]));
    const { body } = await lead.get(`${url}/enrolments`);
    expect(body.items[0]).toMatchObject({
      rank: 'ຮ້ອຍຕີ',
      unit: { nameEn: expect.stringContaining('Post') },
      state: 'nominated',
      allowed: ['confirm', 'withdraw', 'print_card'],
      waitingPlace: null,
    });
  });

  it('is made once: who is in the list stays, who withdrew is nominated again', async () => {
    const { url, people, enrolmentIds } = await nominated(2, 2);
    await lead.post(`${url}/enrolments/${enrolmentIds[0]}/withdrawal`, { reason: 'On leave' });
    expect((await lead.post(`${url}/enrolments`, { personIds: [...people, people[0]] })).body).toEqual({
      nominated: 1,
      already: 1,
    });
    const { body } = await lead.get(`${url}/enrolments`);
    expect(body.items.map(({ state, reason }: { state: string; reason: string | null }) => [state, reason])).toEqual([
      ['nominated', null],
      ['nominated', null],
    ]);
  });

  it('is refused for a stranger to the register, for the team, and out of its state', async () => {
    const { url, enrolmentIds, people, confirm } = await nominated(2, 1);
    expect((await lead.post(`${url}/enrolments`, { personIds: [url.slice(-36)] })).body.code).toBe(
      'enrolment.person_missing',
    );
    expect((await lead.post(`${url}/enrolments`, { personIds: [lead.personId] })).body.code).toBe(
      'enrolment.person_teaches',
    );
    await confirm(enrolmentIds);
    expect((await confirm(enrolmentIds)).body.code).toBe('enrolment.wrong_state');
    expect((await confirm([people[0]!])).body.code).toBe('enrolment.missing');
    const team = [
      { personId: lead.personId, role: 'lead' },
      { personId: people[0], role: 'observer' },
    ];
    expect((await lead.put(`${url}/team`, { team })).body.code).toBe('team.person_learns');
  });

  it('pages in Lao order of names', async () => {
    const { url } = await nominated(10, 7);
    const first = (await lead.get(`${url}/enrolments?limit=4`)).body;
    const rest = (await lead.get(`${url}/enrolments?limit=4&after=${first.next}`)).body;
    expect([...first.items, ...rest.items].map(({ nameLo }) => nameLo)).toEqual(
      Array.from({ length: 7 }, (_, index) => `ສົມມຸດ00${index + 1} ຕົວຢ່າງ`),
    );
  });
});

describe('choosing people', () => {
  it('finds candidates by part of a name or of their unit, and says who is in the list already', async () => {
    const { id } = await nominated(5, 1);
    const { ids } = await officers(khou, 3, { code: 'WATTAY-9' });
    await lead.post(`/api/v1/cohorts/${id}/enrolments`, { personIds: [ids[0]] });
    const { body } = await lead.get(`/api/v1/candidates?q=wattay-9&cohortId=${id}&limit=2`);
    expect(body.items.map(({ enrolment }: { enrolment: string }) => enrolment)).toEqual(['nominated', null]);
    const { body: more } = await lead.get(`/api/v1/candidates?q=wattay-9&cohortId=${id}&limit=2&after=${body.next}`);
    expect(more.items).toHaveLength(1);
    expect((await lead.get('/api/v1/candidates?q=w')).status).toBe(422);
    expect((await (await khou.signedIn(['observer'])).get('/api/v1/candidates?q=wattay')).status).toBe(403);
  });

  it('finds trainers with how many classes lie before them', async () => {
    const { body } = await lead.get('/api/v1/trainers');
    const own = body.items.find(({ personId }: { personId: string }) => personId === lead.personId);
    expect(own.upcoming).toBeGreaterThan(0);
    expect((await lead.get('/api/v1/trainers?q=nobody+of+that+name')).body.items).toEqual([]);
  });
});

describe('what other features ask', () => {
  it('who teaches, who learns, and the class on record', async () => {
    const { id, people, enrolmentIds, confirm } = await nominated(2, 2);
    await confirm([enrolmentIds[0]!]);
    const members = khou.app.get(MembershipService);
    expect(await members.isTrainerOf(lead.personId, id)).toBe(true);
    expect(await members.isTrainerOf(people[0]!, id)).toBe(false);
    expect([await members.isEnrolledIn(people[0]!, id), await members.isEnrolledIn(people[1]!, id)]).toEqual([
      true,
      false,
    ]);
    expect(await members.cohortsOfTrainee(people[0]!)).toMatchObject([
      { cohortId: id, versionId: course.versionId, enrolmentState: 'confirmed' },
    ]);
    expect(await members.roster(id)).toMatchObject([{ personId: people[0], rank: 'ຮ້ອຍຕີ' }]);
    const facts = await khou.app.get(CohortRecordService).facts(id);
    expect(facts).toMatchObject({
      hours: 7,
      taughtMinutes: 420,
      version: '0.1.0',
      trainers: [{ personId: lead.personId, role: 'lead' }],
      donor: { nameEn: 'Donor' },
    });
    expect(facts.days).toHaveLength(3);
    await khou.queries.transaction((tx) =>
      khou.app.get(EnrolmentsService).conclude(
        tx,
        id,
        [
          { personId: people[0]!, state: 'completed' },
          { personId: people[1]!, state: 'incomplete' },
        ],
        null,
      ),
    );
    expect((await members.roster(id)).map(({ state }) => state)).toEqual(['completed']);
  });
});
