import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** What a browser keeps, by the name of the cache. */
const kept = new Map<string, Map<string, Response>>();

Object.assign(globalThis, {
  caches: {
    async open(name: string) {
      const cache = kept.get(name) ?? new Map<string, Response>();
      kept.set(name, cache);
      return { put: async (key: string, response: Response) => void cache.set(key, response) };
    },
    match: async (key: string, { cacheName }: { cacheName: string }) => kept.get(cacheName)?.get(key)?.clone(),
  },
});

const { forgetUser, opened, rememberUse, use } = await import('./use.ts');

beforeEach(() => kept.clear());

test('a device remembers what it is used for, and by whom', async () => {
  await rememberUse('learn', 'one');
  await rememberUse('english', 'one');
  assert.deepEqual(await use(), { areas: ['learn', 'english'], person: 'one' });
  assert.deepEqual(await kept.get('khou-use')!.get('/use')!.json(), await use());
});

test('nothing is kept any more when a person has left, whatever was still on its way', async () => {
  await rememberUse('learn', 'one');
  await forgetUser();
  kept.clear();
  assert.equal(await opened('khou-app-1'), null);
  assert.equal(await opened('khou-packs-one'), null);
  await forgetUser();
  assert.deepEqual([...kept.keys()], []);
});

test('the next person is kept for again', async () => {
  await forgetUser();
  await rememberUse('learn', 'two');
  assert.equal((await use()).person, 'two');
  assert.ok(await opened('khou-packs-two'));
});
