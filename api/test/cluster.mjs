import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * A throwaway PostgreSQL for a test run, with a migrated database `khou_template` that specs clone.
 * It does not wait for the disk, so it lives only as long as the run. `KHOU_TEST_DATABASE_URL` names another server.
 */
export async function aCluster() {
  execFileSync(process.execPath, [join(root, 'build.mjs'), '--quiet'], { stdio: 'inherit' });
  const { startEmbeddedPostgres } = await import('../dist/db/embedded-postgres.js');
  const given = process.env.KHOU_TEST_DATABASE_URL;
  const dataDir = given ? null : await mkdtemp(join(tmpdir(), 'khou-test-'));
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
}
