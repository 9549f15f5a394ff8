import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerFor } from './answer.rules.ts';

const HERE = 'https://khou.test';

const cases: readonly (readonly [what: string, method: string, mode: string, path: string, from: string | null])[] = [
  ['a page of the learner starts from the kept shell', 'GET', 'navigate', '/learn/lessons', 'shell'],
  ['a page of the trainer starts from the kept shell', 'GET', 'navigate', '/teach', 'shell'],
  ['a public page is asked for, and falls back when there is no network', 'GET', 'navigate', '/sign-in', 'page'],
  ['an administrator is always shown what the server has', 'GET', 'navigate', '/admin', 'page'],
  ['a page whose name only begins alike is no area', 'GET', 'navigate', '/learning', 'page'],
  ['a PDF opened in the browser is left alone', 'GET', 'navigate', '/api/v1/certificates/1/pdf', null],
  ['a file of the build is kept', 'GET', 'cors', '/_app/immutable/chunks/a.js', 'build'],
  ['a module of a version is a pack and is kept', 'GET', 'cors', '/api/v1/versions/v1/modules/m1', 'pack'],
  ['a picture of a module belongs to its pack', 'GET', 'no-cors', '/api/v1/media/0a1b', 'pack'],
  ['the list of modules may change and is not kept', 'GET', 'cors', '/api/v1/versions/v1/modules', null],
  ['the public keys of certificates are nobody’s and are kept', 'GET', 'cors', '/api/v1/certificate-keys', 'keys'],
  ['who is signed in is never kept', 'GET', 'cors', '/api/v1/session', null],
  ['what is sent is never answered from here', 'POST', 'cors', '/api/v1/sync', null],
];

for (const [what, method, mode, path, from] of cases) {
  test(what, () => assert.equal(answerFor(method, mode, new URL(path, HERE), HERE), from));
}

test('another site is left alone', () => {
  assert.equal(answerFor('GET', 'cors', new URL('https://other.test/_app/immutable/a.js'), HERE), null);
});
