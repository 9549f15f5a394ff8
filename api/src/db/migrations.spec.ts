import { afterAll, beforeAll, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { aDatabase, anEmptyDatabase } from '../../test/database.js';
import { rows } from '../app.module.js';
import { DatabaseNewer, aDataSource, migrate, migrateDown } from './database.js';

let empty: Awaited<ReturnType<typeof anEmptyDatabase>>;
beforeAll(async () => void (empty = await anEmptyDatabase()));
afterAll(() => empty.drop());

it('every migration goes up, down and up again', async () => {
  const up = await migrate(empty.url);
  for (const name of [...up].reverse()) expect(await migrateDown(empty.url)).toBe(name);
  const source = await (await aDataSource(empty.url)).initialize();
  const left: { relname: string }[] = await source.query(
    `select relname from pg_class join pg_namespace n on n.oid = relnamespace where n.nspname = 'public' and relkind in ('r', 'i', 'S') and relname not like '%migrations%' and relname not like 'PK_%'`,
  );
  await source.destroy();
  expect(left).toEqual([]);
  expect(await migrate(empty.url)).toEqual(up);
  expect(await migrate(empty.url)).toEqual([]);
});

it('a database newer than the program is refused by name', async () => {
  const source = await (await aDataSource(empty.url)).initialize();
  await source.query(`insert into migrations (timestamp, name) values (1, 'FromTheFuture')`);
  await source.destroy();
  await expect(migrate(empty.url)).rejects.toThrow(DatabaseNewer);
});

it('the row classes and the migrated tables have the same columns', async () => {
  const database = await aDatabase();
  const source: DataSource = await (await aDataSource(database.url, rows)).initialize();
  const proposed = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  await database.drop();
  // Constraints and indexes live in the migrations alone: only columns are compared.
  const aboutColumns = proposed.upQueries
    .map((query) => query.query)
    .filter((query) => /\b(ADD|DROP|ALTER) "|CREATE TABLE|ALTER COLUMN|RENAME COLUMN/.test(query));
  expect(aboutColumns).toEqual([]);
});
