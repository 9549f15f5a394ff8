import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const prefix = 'khou-test-';
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * A throwaway PostgreSQL for a test run, with a migrated database `khou_template` that specs clone.
 * It does not wait for the disk, so it lives only as long as the run. `KHOU_TEST_DATABASE_URL` names another server.
 */
export async function aCluster() {
  execFileSync(process.execPath, [join(root, 'build.mjs'), '--quiet'], { stdio: 'inherit' });
  const { startEmbeddedPostgres } = await import('../dist/db/embedded-postgres.js');
  const given = process.env.KHOU_TEST_DATABASE_URL;
  if (!given) await sweep();
  const dataDir = given ? null : await mkdtemp(join(tmpdir(), prefix));
  const server = dataDir
    ? await startEmbeddedPostgres({ dataDir, durable: false })
    : { url: given, stop: async () => {} };
  const stop = async () => {
    await server.stop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrateTemplate(server.url);
    return { url: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A run that was killed could not stop its server: the next one does. */
async function sweep() {
  const { isPostgres } = await import('../dist/db/embedded/presence.js');
  for (const name of (await readdir(tmpdir())).filter((entry) => entry.startsWith(prefix))) {
    const directory = join(tmpdir(), name);
    const users = await readdir(join(directory, 'postgres-users')).catch(() => null);
    if (!users?.length || users.some((user) => isAlive(Number.parseInt(user, 10)))) continue;
    const note = await readFile(join(directory, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number.parseInt(note, 10);
    if (isPostgres(pid)) process.kill(pid, 'SIGQUIT');
    for (let tries = 0; isPostgres(pid) && tries < 100; tries += 1) await pause(20);
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function migrateTemplate(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop database if exists khou_template');
  await client.query('create database khou_template');
  await client.end();
  const { migrate } = await import('../dist/db/database.js');
  const template = new URL(url);
  template.pathname = '/khou_template';
  await migrate(template.href);
}

/** Jest's globalSetup: workers inherit the address through the environment. */
export default async function setUp(config) {
  // A run over rules alone needs no database.
  if (config?.testPathPatterns?.patterns?.some((pattern) => pattern.includes('rules'))) return;
  const cluster = await aCluster();
  process.env.KHOU_TEST_CLUSTER = cluster.url;
  globalThis.khouTestCluster = cluster;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void cluster.stop().finally(() => process.exit(1)));
}
