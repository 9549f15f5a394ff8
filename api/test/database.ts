import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Removes the database; connections that are still open are ended. */
  drop(): Promise<void>;
}

/** An own, migrated, empty database: a clone of the template that `test/cluster.mjs` made, in some ten milliseconds. */
export async function aDatabase(): Promise<TestDatabase> {
  const cluster = process.env['KHOU_TEST_CLUSTER'];
  if (!cluster) throw new Error('No test database server: run this spec with jest and api/jest.config.mjs.');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await run(cluster, `create database ${name} template khou_template`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(cluster, `drop database ${name} with (force)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await retried(() => client.query(statement));
  } finally {
    await client.end();
  }
}

/** Two clones at the same moment may collide on the template; the second waits its turn. */
async function retried(action: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await action();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}
