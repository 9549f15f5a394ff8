import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

let dataDir: string;
const started: EmbeddedPostgres[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'khou-embedded-'));
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(durable = false): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable });
  started.push(server);
  return server;
}

async function query<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

const postmaster = async () =>
  Number((await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);

describe('the embedded PostgreSQL', () => {
  it('sees the letters of Lao words and sorts them by consonant', async () => {
    const { url } = await start();
    await query(url, 'create extension pg_trgm');
    const [trigrams] = await query<{ found: number }>(url, `select cardinality(show_trgm('ພາສາ')) as found`);
    const sorted = await query<{ word: string }>(
      url,
      `select word from unnest(array['ໄປ', 'ຂ', 'ເກ', 'ກາ', 'ກ']) as word order by word`,
    );
    expect(trigrams!.found).toBeGreaterThan(0);
    expect(sorted.map(({ word }) => word)).toEqual(['ກ', 'ກາ', 'ເກ', 'ຂ', 'ໄປ']);
  });

  it('keeps every acknowledged commit when its server is killed', async () => {
    const { url } = await start(true);
    await query(url, 'create table marks (id int)');
    for (let id = 0; id < 20; id += 1) await query(url, `insert into marks values (${id})`);
    process.kill(await postmaster(), 'SIGKILL');
    const again = await start(true);
    expect(again.reused).toBe(false);
    expect(await query(again.url, 'select count(*)::int as marks from marks')).toEqual([{ marks: 20 }]);
  });

  it('is shared by the commands that run at once and ends with the last of them', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect([first.reused, second.reused].sort()).toEqual([false, true]);
    await first.stop();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(query(second.url, 'select 1')).rejects.toThrow();
  });

  it('starts although a stranger now has the process id of its killed predecessor', async () => {
    await (await start()).stop();
    const note = [process.pid, join(dataDir, 'postgres/data'), 1, 5432, join(dataDir, 'postgres'), '', '', 'ready', ''];
    await writeFile(join(dataDir, 'postgres/data/postmaster.pid'), note.join('\n'));
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it("refuses a directory with somebody else's files", async () => {
    await writeFile(join(dataDir, 'letter.txt'), 'Dear Sir');
    await expect(start()).rejects.toMatchObject({
      code: 'data.foreign',
      message: expect.stringContaining('letter.txt'),
    });
  });

  it('refuses a cluster of another PostgreSQL major', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres/data/PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'data.other-major' });
  });
});
