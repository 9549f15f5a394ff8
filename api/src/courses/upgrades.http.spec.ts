import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { type Upgradable, aVersion, anUpgradable } from '../../test/upgrade.js';
import { newId } from '../kernel/ids.js';

let khou: App;
let admin: Caller;
let made: Upgradable;
let secondId: string;
let path: string;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  await aVersion(khou, '1.0.0');
  secondId = await aVersion(khou, '2.0.0');
  await khou.drain();
});
beforeEach(async () => {
  made = await anUpgradable(khou, admin);
  path = `/api/v1/cohorts/${made.cohortId}/upgrade`;
});
afterAll(async () => {
  await khou.drain();
  await khou.close();
});

const decide = (who: Caller, choice: string, more: Record<string, unknown> = {}) =>
  who.post(path, { to: secondId, choice, reason: 'The case is better', ...more });
const decisions = () =>
  khou.queries.read<{ choice: string }>(`select choice from cohort_upgrades where cohort_id = $1`, [made.cohortId]);

/** The second version under another number, of which no files were kept. */
async function aCopy(version: string): Promise<string> {
  const [copy] = await khou.queries.read<{ id: string }>(
    `insert into curriculum_versions (id, curriculum_id, version, major, minor, patch, content_hash, canonical, title_en, title_lo, series, days, published_at)
     select gen_random_uuid(), curriculum_id, $2, 3, 0, 0, $2, canonical, title_en, title_lo, series, days, now()
     from curriculum_versions where id = $1 returning id`,
    [secondId, version],
  );
  return copy!.id;
}

describe('a newer version', () => {
  it('is told to the trainer, with what it changes in what is not yet taught', async () => {
    const { status, body } = await made.lead.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      current: { id: made.firstId, version: '1.0.0' },
      newer: { id: secondId, version: '2.0.0', class: 'structure' },
      decided: null,
      taught: ['M02'],
      taughtChanged: ['M02'],
      opened: [],
      pins: [],
      timetable: 'differs',
      history: [],
      allowed: ['decide'],
    });
    expect(body.comparison.modules.map(({ code }: { code: string }) => code)).toEqual(['M03']);
    expect(body.comparison.modules[0].facts.map(({ code }: { code: string }) => code)).toContain('module.minutes');
    expect(JSON.stringify(body.comparison)).toContain('two states drew');
    const { body: brief } = await made.lead.get(`${path}?comparison=no`);
    expect(brief).toEqual({ ...body, comparison: null });
  });

  it('moves nothing when the trainer stays, and is not asked about again', async () => {
    const { body } = await decide(made.lead, 'stay', { reason: '  The books are printed ' });
    expect(body).toMatchObject({
      current: { version: '1.0.0' },
      newer: { id: secondId },
      decided: {
        choice: 'stay',
        reason: 'The books are printed',
        from: { version: '1.0.0' },
        to: { version: '2.0.0' },
        by: { nameEn: 'Test Person' },
      },
      pins: [],
    });
    expect(body.history).toHaveLength(1);
  });

  it('moves the class when all of it is accepted, and then there is none', async () => {
    const { status, body } = await decide(made.lead, 'all');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      current: { version: '2.0.0' },
      newer: null,
      decided: null,
      pins: [],
      timetable: 'differs',
      allowed: [],
    });
    expect((await made.lead.get(`/api/v1/cohorts/${made.cohortId}`)).body.version.version).toBe('2.0.0');
  });

  it('leaves what was taught where it is when the rest is accepted', async () => {
    const { body } = await decide(made.lead, 'unopened');
    expect(body).toMatchObject({
      current: { version: '2.0.0' },
      pins: [{ kind: 'module', code: 'M02', version: '1.0.0' }],
    });
  });

  it('may be accepted by who stayed at first; both decisions stay on record', async () => {
    await decide(made.lead, 'stay');
    const { body } = await decide(made.lead, 'all');
    expect(body.history.map(({ choice }: { choice: string }) => choice)).toEqual(['all', 'stay']);
    const events = await khou.queries.read<{ action: string; details: unknown }>(
      `select action, details from audit_events where subject_id = $1 and action in ('cohort.upgraded', 'cohort.stayed') order by seq`,
      [made.cohortId],
    );
    expect(events).toMatchObject([
      { action: 'cohort.stayed', details: { from: '1.0.0', to: '2.0.0', reason: 'The case is better' } },
      { action: 'cohort.upgraded', details: { choice: 'all' } },
    ]);
  });

  it('is decided on with a reason', async () => {
    for (const reason of [' ', '', 'x'.repeat(501)])
      expect((await decide(made.lead, 'all', { reason })).status).toBe(422);
    expect(await decisions()).toEqual([]);
  });

  it('that the class has already, or of another curriculum, or that does not exist, is no newer one', async () => {
    for (const to of [made.firstId, newId()])
      expect(await decide(made.lead, 'all', { to })).toMatchObject({
        status: 409,
        body: { code: 'upgrade.not_newer' },
      });
  });
});

describe('two trainers at once', () => {
  it('who decide the same make one decision', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => decide(made.lead, 'unopened')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await decisions()).toEqual([{ choice: 'unopened' }]);
    const [event] = await khou.queries.read<{ count: number }>(
      `select count(*)::int as count from audit_events where subject_id = $1 and action = 'cohort.upgraded'`,
      [made.cohortId],
    );
    expect(event!.count).toBe(1);
  });

  it('who accept in two ways: the first one stands, the other is told', async () => {
    const answers = await Promise.all([decide(made.lead, 'all'), decide(admin, 'unopened')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('upgrade.not_newer');
    expect(await decisions()).toHaveLength(1);
  });
});

describe('who decides', () => {
  it('is a trainer of the class or an administrator, and nobody else learns of it', async () => {
    const stranger = await khou.signedIn(['trainer']);
    expect((await stranger.get(path)).body.code).toBe('cohort.missing');
    expect((await decide(stranger, 'all')).body.code).toBe('cohort.missing');
    const [trainee] = made.trainees;
    expect([(await trainee!.get(path)).status, (await decide(trainee!, 'all')).status]).toEqual([403, 403]);
    const watcher = await khou.signedIn(['trainer']);
    await khou.queries.read(`insert into cohort_trainers (cohort_id, person_id, role) values ($1, $2, 'observer')`, [
      made.cohortId,
      watcher.personId,
    ]);
    expect((await watcher.get(path)).body.allowed).toEqual([]);
    expect((await decide(watcher, 'all')).body.code).toBe('access.not_allowed');
    expect(await decisions()).toEqual([]);
    expect((await decide(admin, 'unopened')).status).toBe(200);
  });

  it('an observer of the programme sees that there is a newer version, and none of its text', async () => {
    const donor = await khou.signedIn(['observer']);
    const { body, text } = await donor.get(path);
    expect(body).toMatchObject({ newer: { version: '2.0.0' }, comparison: null, allowed: [] });
    expect(text).not.toMatch(/two states|OSPREY/);
    expect((await decide(donor, 'all')).status).toBe(403);
  });

  it('nobody, when the class is over', async () => {
    await khou.queries.read(`update cohorts set state = 'closed', closed_at = now() where id = $1`, [made.cohortId]);
    expect((await made.lead.get(path)).body).toMatchObject({ newer: null, comparison: null, allowed: [] });
    expect(await decide(made.lead, 'all')).toMatchObject({ status: 409, body: { code: 'cohort.wrong_state' } });
  });
});

describe('a still newer version', () => {
  it('is asked about again, and a page that does not know of it is told', async () => {
    await decide(made.lead, 'stay');
    await aCopy('3.0.0-rc.1');
    expect((await made.lead.get(path)).body.decided).toMatchObject({ choice: 'stay' });
    const third = await aCopy('3.0.0');
    const { body } = await made.lead.get(path);
    expect(body).toMatchObject({
      newer: { id: third, version: '3.0.0', class: null },
      decided: null,
      comparison: null,
    });
    expect(await decide(made.lead, 'all')).toMatchObject({ status: 409, body: { code: 'upgrade.outdated' } });
    expect((await decide(made.lead, 'stay', { to: third })).body.decided).toMatchObject({ to: { version: '3.0.0' } });
  });
});
