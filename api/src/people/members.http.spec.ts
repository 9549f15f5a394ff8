import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { AccountsService } from '../access/index.js';
import { addedBy } from './person.fixture.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator'], { givenLo: 'ກ' });
});
afterAll(() => khou.close());

const aPerson = (fields: object = {}) => addedBy(admin, fields);

/** A cohort that the trainer leads, with the given persons in it. */
async function aCohort(trainer: Caller, personIds: readonly string[]) {
  await khou.queries.transaction(async (tx) => {
    const ids = (
      await tx.query(`select gen_random_uuid() as donor, gen_random_uuid() as project, gen_random_uuid() as curriculum, gen_random_uuid() as version,
      gen_random_uuid() as course, gen_random_uuid() as cohort`)
    )[0];
    const code = ids.cohort.slice(0, 8);
    // Foreign keys to curricula and projects do not matter to who is within reach.
    await tx.query(`set local session_replication_role = replica`);
    await tx.query(
      `insert into cohorts (id, course_id, version_id, code, title_en, region, venue_lo, seats, starts_on, ends_on, state, created_at)
       values ($1, $2, $3, $4, 'Cohort', 'central', 'ຫ້ອງ', 20, '2026-10-10', '2026-10-12', 'running', now())`,
      [ids.cohort, ids.course, ids.version, code],
    );
    await tx.query(`insert into cohort_trainers (cohort_id, person_id, role) values ($1, $2, 'lead')`, [
      ids.cohort,
      trainer.personId,
    ]);
    for (const personId of personIds)
      await tx.query(
        `insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at) values (gen_random_uuid(), $1, $2, 'confirmed', now(), now())`,
        [ids.cohort, personId],
      );
  });
}

describe('a member', () => {
  it('gets a user name from the service number, or a number of ours', async () => {
    const [numbered, without] = [await aPerson(), await aPerson({ serviceNumber: null })];
    const first = await admin.put(`/api/v1/people/${numbered.id}/roles/trainee`);
    const second = await admin.put(`/api/v1/people/${without.id}/roles/observer`);
    expect(first.body.account).toMatchObject({
      userName: numbered.serviceNumber,
      state: 'invited',
      roles: ['trainee'],
    });
    expect(second.body.account.userName).toMatch(/^K\d{5,}$/);
  });

  it('gains and loses roles; the last administrator stays', async () => {
    const person = await aPerson();
    await admin.put(`/api/v1/people/${person.id}/roles/trainer`);
    expect((await admin.delete(`/api/v1/people/${person.id}/roles/trainer`)).body.account.roles).toEqual([]);
    expect((await admin.delete(`/api/v1/people/${admin.personId}/roles/administrator`)).body.code).toBe(
      'access.last_administrator',
    );
  });

  it('signs in with the printed card, after which another card can be printed', async () => {
    const person = await aPerson();
    const { status, headers, bytes } = await admin.post('/api/v1/cards', { personIds: [person.id] });
    expect([status, headers['content-type'], bytes.subarray(0, 5).toString()]).toEqual([
      201,
      'application/pdf',
      '%PDF-',
    ]);
    const { body } = await admin.get(`/api/v1/people/${person.id}`);
    expect(body.account).toMatchObject({ state: 'invited', roles: ['trainee'], cardUntil: '2026-11-11T02:00:00Z' });
  });

  it('who is suspended is out at once, gets no card, and can come back', async () => {
    const trainee = await khou.signedIn(['trainee']);
    const { body } = await admin.put(`/api/v1/people/${trainee.personId}/suspension`);
    expect([body.account.state, body.allowed.includes('restore')]).toEqual(['suspended', true]);
    expect((await trainee.get('/api/v1/session')).status).toBe(401);
    expect((await admin.post('/api/v1/cards', { personIds: [trainee.personId] })).body.code).toBe('people.suspended');
    expect((await admin.delete(`/api/v1/people/${trainee.personId}/suspension`)).body.account.state).toBe('active');
  });
});

describe('a trainer', () => {
  it('sees the people of own cohorts only; others are missing', async () => {
    const [trainer, mine, other] = [await khou.signedIn(['trainer']), await aPerson(), await aPerson()];
    await aCohort(trainer, [mine.id]);
    const { body } = await trainer.get('/api/v1/people');
    expect(new Set(body.items.map((one: { id: string }) => one.id))).toEqual(new Set([mine.id, trainer.personId]));
    expect([
      (await trainer.get(`/api/v1/people/${mine.id}`)).body.allowed,
      (await trainer.get(`/api/v1/people/${other.id}`)).status,
    ]).toEqual([['print_card'], 404]);
    expect((await trainer.post('/api/v1/cards', { personIds: [mine.id] })).status).toBe(201);
    expect((await trainer.post('/api/v1/cards', { personIds: [mine.id, other.id] })).status).toBe(404);
  });

  it('cannot print a card that would open the account of somebody who is more than a trainee', async () => {
    const trainer = await khou.signedIn(['trainer']);
    const colleague = await aPerson();
    await khou.queries.transaction((tx) =>
      khou.app
        .get(AccountsService)
        .invite(tx, [{ personId: colleague.id, userName: 'colleague', roles: ['administrator', 'trainee'] }], null),
    );
    await aCohort(trainer, [colleague.id]);
    for (const answer of [
      await trainer.post('/api/v1/cards', { personIds: [colleague.id] }),
      await trainer.put(`/api/v1/people/${colleague.id}/suspension`),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'people.only_trainees']);
    expect((await trainer.put(`/api/v1/people/${trainer.personId}/roles/administrator`)).status).toBe(403);
  });
});
