import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, type EntityTarget, type MigrationInterface } from 'typeorm';

// Days without time stay text, and counts stay numbers: a Date would move a day across time zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/* Built, they lie beside the program: to read TypeScript, Node loads a compiler of 22 MB that it never gives back. */
const ending = import.meta.url.slice(-3);
const migrationsFolder = fileURLToPath(
  new URL(ending === '.ts' ? '../../../migrations/' : '../migrations/', import.meta.url),
);

export class DatabaseNewer extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(
      `The database is newer than this program: it has ${unknown.join(', ')}. Install the newer program or restore an older backup.`,
    );
  }
}

/** A TypeORM data source on `url`; `rows` are the row classes of the features. Never synchronises: migrations own the schema. */
export async function aDataSource(url: string, rows: EntityTarget<object>[] = [], poolSize = 12): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities: rows as never,
    migrations: (await migrationClasses()) as never,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    applicationName: 'khou',
    // DDL and lists read best in UTC; the session's zone never decides what day it is.
    extra: { options: '-c timezone=UTC -c jit=off' },
  });
}

/** Brings the database to the newest state and returns the names of what ran. Safe to call from several programs at once. */
export async function migrate(url: string): Promise<string[]> {
  return withMigrationLock(url, async (source) => {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  });
}

/** Takes the last migration back and returns its name, or null on an empty database. */
export async function migrateDown(url: string): Promise<string | null> {
  return withMigrationLock(url, async (source) => {
    const [before] = await source.query(`select name from migrations order by id desc limit 1`);
    if (before) await source.undoLastMigration({ transaction: 'each' });
    return before?.name ?? null;
  });
}

async function withMigrationLock<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await (await aDataSource(url, [], 3)).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('khou migrations'))`);
    await refuseNewer(source);
    return await work(source);
  } finally {
    await lock.query(`select pg_advisory_unlock_all()`).finally(() => lock.release());
    await source.destroy();
  }
}

async function refuseNewer(source: DataSource): Promise<void> {
  const [{ present }] = await source.query(`select to_regclass('migrations') is not null as present`);
  if (!present) return;
  const known = new Set(source.migrations.map((migration) => migration.name));
  const applied: { name: string }[] = await source.query(`select name from migrations order by id`);
  const unknown = applied.map((row) => row.name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseNewer(unknown);
}

async function migrationClasses(): Promise<(new () => MigrationInterface)[]> {
  const files = readdirSync(migrationsFolder)
    .filter((name) => name.endsWith(ending))
    .sort();
  const loaded = await Promise.all(files.map((file) => import(pathToFileURL(migrationsFolder + file).href)));
  return loaded.flatMap((module) => Object.values(module) as (new () => MigrationInterface)[]);
}
