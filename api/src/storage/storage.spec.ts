import { mkdtemp, open, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DiskStorage } from './storage.js';

const bytes = Buffer.from('a certificate');
let folder: string;
let storage: DiskStorage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khou-storage-'));
  storage = new DiskStorage(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Every file of the store, by name. */
async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

it('a file is kept once under its hash, however many store it at once', async () => {
  const hashes = await Promise.all(Array.from({ length: 8 }, () => storage.put(bytes)));
  expect(new Set(hashes).size).toBe(1);
  expect(await files()).toEqual([hashes[0]]);
  expect(await storage.read(hashes[0]!)).toEqual(bytes);
});

it('what a killed process left half written is finished by the next, and nothing lies about', async () => {
  const hash = await storage.put(bytes);
  const path = join(folder, hash.slice(0, 2), hash);
  await rm(path);
  await writeFile(`${path}.draft`, bytes.subarray(0, 5));
  expect(await storage.read(hash)).toBeNull();
  expect(await storage.put(bytes)).toBe(hash);
  expect(await files()).toEqual([hash]);
  expect(await readFile(path)).toEqual(bytes);
});

it('a damaged file is not given out, and is whole again once it is stored anew', async () => {
  const hash = await storage.put(bytes);
  await writeFile(join(folder, hash.slice(0, 2), hash), 'a forgery');
  expect(await storage.read(hash)).toBeNull();
  await storage.put(bytes);
  expect(await storage.read(hash)).toEqual(bytes);
});

it('a file is on disk, and so is its name, when it is acknowledged', async () => {
  // Without cutting the power nobody can see what reached the disk; that the disk was told to can be seen.
  const handle = await open(folder);
  const sync = jest.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'sync');
  await handle.close();
  const syncs = async (work: () => Promise<unknown>) => {
    sync.mockClear();
    await work();
    return sync.mock.calls.length;
  };
  const folders = ['of the name', 'of all files', 'of the data'].length;
  expect(await syncs(() => storage.put(bytes))).toBe(1 + folders);
  // Whoever stored it before may have been killed before the name was on disk.
  expect(await syncs(() => storage.put(bytes))).toBe(folders);
  sync.mockRestore();
});

it('what is no hash is no file', async () => {
  expect(await storage.read('../secrets')).toBeNull();
  expect(await storage.open('../secrets')).toBeNull();
});

describe('a file that comes piece by piece', () => {
  async function* pieces(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text);
  }
  async function* broken() {
    yield Buffer.from('a cer');
    throw new Error('the line went dead');
  }

  it('is kept as one that comes at once, and read in pieces', async () => {
    const hash = await storage.putAll(pieces('a cer', 'tificate'));
    expect([hash, await storage.putAll(pieces('a certificate'))]).toEqual([await storage.put(bytes), hash]);
    expect(await files()).toEqual([hash]);
    const file = (await storage.open(hash))!;
    expect([file.size, file.read(2, 4).toString(), file.read(11, 99).toString(), file.read(99, 4).length]).toEqual([
      13,
      'cert',
      'te',
      0,
    ]);
  });

  it('is not given out when it is damaged or was never stored, and is whole again once it is stored anew', async () => {
    const hash = await storage.put(bytes);
    await writeFile(join(folder, hash.slice(0, 2), hash), 'a forgery');
    expect([await storage.open(hash), await storage.open('0'.repeat(64))]).toEqual([null, null]);
    await storage.putAll(pieces('a certificate'));
    expect(await storage.read(hash)).toEqual(bytes);
  });

  it('leaves nothing behind when it is only borrowed, or never comes to its end', async () => {
    expect(await storage.borrow(pieces('a list'), async (file) => file.read(2, 9).toString())).toBe('list');
    await expect(storage.borrow(pieces('x'), () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    await expect(storage.putAll(broken())).rejects.toThrow('the line went dead');
    expect(await files()).toEqual([]);
  });

  it('is taken away a day after whoever wrote it was killed', async () => {
    await storage.putAll(pieces('a certificate'));
    const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'arriving', name)) as [string, string];
    await Promise.all([writeFile(old, 'x'), writeFile(fresh, 'x')]);
    await utimes(old, new Date(0), new Date(0));
    await storage.borrow(pieces('x'), async () => undefined);
    expect((await files()).includes('old')).toBe(false);
    expect((await files()).includes('fresh')).toBe(true);
  });
});
