import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

const guards = ['x-content-type-options', 'cross-origin-resource-policy'];
const forDocuments = ['x-frame-options', 'cross-origin-opener-policy', 'referrer-policy'];

describe('the headers of an answer', () => {
  it.each([
    ['of JSON', '/api/v1/session', 200],
    ['that is a failure', '/api/v1/nothing', 404],
  ])('%s guard what is read, and say nothing of documents', async (_what, url, status) => {
    const answer = await admin.get(url);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-request-id': expect.any(String) });
    for (const name of guards) expect(answer.headers).toHaveProperty(name);
    for (const name of forDocuments) expect(answer.headers).not.toHaveProperty(name);
  });

  it('that a browser may show keep all of them', async () => {
    const { headers } = await admin.get('/api/v1/people.csv');
    for (const name of [...guards, ...forDocuments]) expect(headers).toHaveProperty(name);
  });
});
