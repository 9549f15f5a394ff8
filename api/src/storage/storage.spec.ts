import { mkdtemp, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
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
});
