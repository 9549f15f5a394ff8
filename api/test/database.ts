import pg from 'pg';
import { newId } from '../src/kernel/ids.js';

/** A database of this spec alone, cloned from the migrated template. */
export async function aDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const cluster = process.env['KHOU_TEST_CLUSTER'];
  if (!cluster) throw new Error('This spec needs the database that npm test starts; a path with "rules" gets none.');
  const name = `khou_${newId().replaceAll('-', '')}`;
  await administer(cluster, `create database ${name} template khou_template`);
  return { url: databaseOf(cluster, name), drop: () => administer(cluster, `drop database ${name} with (force)`) };
}

/** An empty database, without a single migration. */
export async function anEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const cluster = process.env['KHOU_TEST_CLUSTER']!;
  const name = `khou_${newId().replaceAll('-', '')}`;
  await administer(cluster, `create database ${name} template template0`);
  return { url: databaseOf(cluster, name), drop: () => administer(cluster, `drop database ${name} with (force)`) };
}

async function administer(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseOf(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}
