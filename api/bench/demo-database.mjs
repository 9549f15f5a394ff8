import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import 'reflect-metadata';
import pg from 'pg';
import { prepare } from '../dist/commands/prepare.js';
import { readConfig } from '../dist/config.js';
import { migrate } from '../dist/db/database.js';
import { startEmbeddedPostgres } from '../dist/db/embedded-postgres.js';
import { loadDemo } from '../dist/demo/load.js';
import { scratch } from './program.mjs';

/** A real database with the demonstration, for this run alone. */
export async function aDemoDatabase() {
  const dataDir = join(scratch(), 'data');
  const postgres = await startEmbeddedPostgres({ dataDir });
  await migrate(postgres.url);
  const config = readConfig({ KHOU_DATA_DIR: dataDir, KHOU_LOG_LEVEL: 'silent' });
  const signIns = await loadDemo(
    postgres.url,
    config,
    (program) => prepare(program, () => {}),
    () => {},
  );
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  return {
    url: postgres.url,
    dataDir,
    signIns,
    pool,
    async stop() {
      await pool.end();
      await postgres.stop();
    },
  };
}

/** Signed-in sessions for everybody who has a seat in the class that runs today. */
export async function sessionsOfToday(pool) {
  const { rows } = await pool.query(
    `select a.id as account_id, a.person_id, c.id as cohort_id, c.version_id from enrolments e join cohorts c on c.id = e.cohort_id join accounts a on a.person_id = e.person_id
     where c.state = 'running' and c.ends_on >= current_date and e.state = 'confirmed'`,
  );
  await pool.query(
    `update accounts set state = 'active', secret_kind = 'pin', secret_hash = coalesce(secret_hash, '-') where id = any($1)`,
    [rows.map((row) => row.account_id)],
  );
  return Promise.all(
    rows.map(async (row) => {
      const token = randomBytes(16).toString('base64url');
      await pool.query(
        `insert into sessions (token_hash, account_id, created_at, last_seen_at, idle_until, expires_at)
         values ($1, $2, now(), now(), now() + interval '1 day', now() + interval '1 day')`,
        [createHash('sha256').update(token).digest('hex'), row.account_id],
      );
      return { cookie: `khou=${token}`, personId: row.person_id, cohortId: row.cohort_id, versionId: row.version_id };
    }),
  );
}
