import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** What a browser keeps, by the name of the cache. */
const kept = new Map<string, Map<string, Response>>();
let hasRoom = true;

Object.assign(globalThis, {
  caches: {
    async open(name: string) {
      const cache = kept.get(name) ?? new Map<string, Response>();
      kept.set(name, cache);
      return {
        async put(key: string, response: Response) {
          if (!hasRoom) throw new DOMException('No room', 'QuotaExceededError');
          cache.set(key, response);
        },
      };
    },
    match: async (key: string, { cacheName }: { cacheName: string }) => kept.get(cacheName)?.get(key)?.clone(),
  },
});

const { forgetUser, keepCopy, opened, rememberUse, use } = await import('./use.ts');

beforeEach(() => {
  kept.clear();
  hasRoom = true;
});

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

test('a device without room keeps nothing, works on, and still forgets who leaves', async () => {
  hasRoom = false;
  await rememberUse('learn', 'three');
  assert.equal((await use()).person, 'three');
  await keepCopy('khou-packs-three', '/page', new Response('a page'));
  assert.equal(kept.get('khou-packs-three')?.size, 0);
  await forgetUser();
  assert.equal((await use()).person, null);
  assert.equal(await opened('khou-packs-three'), null);
});
