import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AuditService } from '../src/audit/audit.service.js';
import { IssuingService } from '../src/certificates/index.js';
import { progressChannel } from '../src/jobs/jobs.service.js';
import { Listener } from '../src/jobs/listener.js';
import { Relay } from '../src/jobs/relay.js';
import { Refused } from '../src/kernel/failure.js';
import { type App, anApp, testDay } from './app.js';
import { type ClosedClass, manyClosedClasses } from './many-closed-classes.js';
import { aMortal, type Mortal, Tally } from './mortal.js';
import { aRedis } from './redis.js';

/** Long enough for a machine that does much else; a run of its own takes a fraction. */
const patience = 300_000;
const leaseSeconds = 2;
const programFile = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const issuerFile = fileURLToPath(new URL('./issuer.process.mjs', import.meta.url));

let khou: App;
const running: Mortal[] = [];
const start = (...given: Parameters<typeof aMortal>) => {
  const mortal = aMortal(...given);
  running.push(mortal);
  return mortal;
};
const surroundings = () => ({
  DATABASE_URL: khou.databaseUrl,
  KHOU_DATA_DIR: khou.config.dataDir,
  PUBLIC_URL: khou.config.publicUrl,
});
const killAll = () => Promise.all(running.splice(0).map((mortal) => mortal.kill()));

describe('2,000 certificates, 500 of them asked for one by one at the same time', () => {
  let redis: Awaited<ReturnType<typeof aRedis>>;
  beforeEach(async () => {
    redis = await aRedis();
    khou = await anApp({ redisUrl: redis.url, leaseSeconds });
  });
  afterEach(async () => {
    await killAll();
    await khou.close();
    await redis.stop();
  });

  it(
    'are numbered without a gap and printed once each, through twenty kill -9 of a worker and a Redis that forgets everything',
    async () => {
      const [total, kills] = [2_000, 20];
      const classes = await manyClosedClasses(khou, 100, total / 100);
      const printed = new Tally();
      khou.app.get(Listener).on(progressChannel, () => printed.add());
      const hire = () =>
        start([programFile, 'work'], {
          ...surroundings(),
          REDIS_URL: redis.url,
          KHOU_JOB_LEASE_SECONDS: String(leaseSeconds),
        });
      const workers = [hire(), hire()];
      const fallen = () => Promise.race(workers.map(({ ended }) => ended));

      const asking = asked(classes);
      for (let kill = 1; kill <= kills; kill += 1) {
        await Promise.race([printed.reaches((total * kill) / (kills + 2)), fallen()]);
        await workers.shift()!.kill();
        if (kill % 4 === 0) await redis.flush();
        workers.push(hire());
      }
      const { given, refused } = await asking;
      expect([given, refused]).toEqual([total, classes.length]);
      await Promise.race([nothingWaits(printed), fallen()]);

      await expectWholeRegister(total);
      // Else the kills hit nobody at work, and nothing was tried.
      expect(await khou.queries.read(`select 1 from jobs where attempts > 1 limit 1`)).toHaveLength(1);
    },
    patience,
  );

  /** In each class one call for most people, one for each of the others, and one of these twice, as after an answer that was lost. */
  async function asked(classes: readonly ClosedClass[]) {
    const issuing = khou.app.get(IssuingService);
    const answers = await Promise.allSettled(
      classes.flatMap(({ cohortId, personIds }) =>
        [...personIds.slice(0, 4).map((id) => [id]), personIds.slice(0, 1), personIds.slice(4)].map((ids) =>
          issuing.issue(null, cohortId, { kind: 'completion', personIds: ids }),
        ),
      ),
    );
    let [given, refused] = [0, 0];
    for (const answer of answers) {
      if (answer.status === 'fulfilled') given += answer.value.certificates.length;
      else if (answer.reason instanceof Refused) refused += 1;
      else throw answer.reason;
    }
    return { given, refused };
  }

  async function nothingWaits(printed: Tally): Promise<void> {
    for (;;) {
      const before = printed.count;
      if ((await khou.app.get(Relay).waitingCount()) === 0) return;
      await printed.reaches(before + 1);
    }
  }
});

describe('a process that is killed while it issues certificates', () => {
  beforeEach(async () => void (khou = await anApp()));
  afterEach(async () => {
    await killAll();
    await khou.close();
  });

  it(
    'leaves no gap in the register: the number it had taken goes to the next',
    async () => {
      const [one, other] = (await manyClosedClasses(khou, 2, 30)) as [ClosedClass, ClosedClass];
      const stored: { personId: string; number: string }[] = [];
      const issued = new Tally();
      const issue = () =>
        start([issuerFile, JSON.stringify({ ...one, now: testDay })], surroundings(), (message) => {
          stored.push(message as (typeof stored)[number]);
          issued.add();
        });

      for (const [round, personId] of other.personIds.slice(0, 4).entries()) {
        const issuer = issue();
        await Promise.race([issued.reaches(5 * (round + 1)), issuer.ended]);
        const audit = await heldAudit();
        await Promise.race([audit.isWaitedFor(), issuer.ended]);
        const next = khou.app
          .get(IssuingService)
          .issue(null, other.cohortId, { kind: 'completion', personIds: [personId] });
        await issuer.kill();
        const [{ last }] = (await khou.queries.read(`select max(number) as last from certificates`)) as [
          { last: number },
        ];
        await audit.letGo();
        expect((await next).certificates[0]!.number).toContain(`-${String(last + 1).padStart(4, '0')}-`);
      }
      await issue().ended;
      await khou.drain();

      await expectWholeRegister(one.personIds.length + 4);
      const rows = await khou.queries.read<{ personId: string; number: string }>(
        `select person_id as "personId", code as number from certificates`,
      );
      expect(rows).toEqual(expect.arrayContaining(stored));
    },
    patience,
  );

  /** Holds the lock of the audit chain, which a process that issues takes last: whoever waits for it has taken a number. */
  async function heldAudit() {
    const client = new pg.Client({ connectionString: khou.databaseUrl });
    await client.connect();
    await client.query(`select pg_advisory_lock(hashtext('khou audit'))`);
    return {
      async isWaitedFor() {
        for (let waits = 0; waits === 0;)
          waits = (
            await client.query(
              `select 1 from pg_locks join pg_database on pg_database.oid = database
               where locktype = 'advisory' and not granted and datname = current_database()`,
            )
          ).rows.length;
      },
      letGo: () => client.end(),
    };
  }
});

async function expectWholeRegister(total: number): Promise<void> {
  const rows = await khou.queries.read<{
    series: string;
    year: number;
    number: number;
    code: string;
    holder: string;
    hash: string;
    last: number;
  }>(
    `select c.series, c.year, c.number, c.code, c.cohort_id::text || c.person_id as holder, c.file_hash as hash, s.last_number as last
     from certificates c join certificate_series s using (series, year) order by c.series, c.year, c.number`,
  );
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  expect(new Set(rows.map(({ series, year, last }) => `${series} ${year} ${last}`))).toEqual(
    new Set([`SMP 2026 ${total}`]),
  );
  expect(new Set(rows.map(({ code }) => code)).size).toBe(total);
  expect(new Set(rows.map(({ holder }) => holder)).size).toBe(total);

  const folder = join(khou.config.dataDir, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const hashes = await Promise.all(
    files.map(async ({ parentPath, name }) =>
      createHash('sha256')
        .update(await readFile(join(parentPath, name)))
        .digest('hex'),
    ),
  );
  expect(files.map(({ name }) => name)).toEqual(hashes);
  expect(new Set(hashes)).toEqual(new Set(rows.map(({ hash }) => hash)));
  expect(hashes).toHaveLength(total);

  expect(await khou.queries.read(`select name, state, count(*)::int as count from jobs group by name, state`)).toEqual([
    { name: 'certificate.render', state: 'done', count: total },
  ]);
  expect(await khou.app.get(AuditService).firstBreak()).toBeNull();
}
