import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type App, type Caller, anApp } from '../../test/app.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

const nobody = { name: 'nobody', secret: 'not the password' };
const wrongCard = { code: '0000-0000-0000-0000' };
const list = ['--edge', 'content-disposition: form-data; name="file"; filename="list.csv"', '', 'name', '--edge--', ''];
const upload = () =>
  admin.send('POST', '/api/v1/imports', {
    body: Buffer.from(list.join('\r\n')),
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  });

describe('what may be tried again and again is counted', () => {
  it.each<[what: string, key: string, tried: () => Promise<Answer>]>([
    ['signing in under one name', 'sign-in:name:', () => khou.anonymous.post('/api/v1/session', nobody)],
    ['signing in from one address', 'sign-in:address:', () => khou.anonymous.post('/api/v1/session', nobody)],
    ['reading a printed card', 'activation:address:', () => khou.anonymous.post('/api/v1/activation', wrongCard)],
    [
      'redeeming one',
      'activation:address:',
      () => khou.anonymous.post('/api/v1/activation/redemption', { ...wrongCard, secret: '271828' }),
    ],
    ['checking a certificate', 'verification:address:', () => khou.anonymous.get('/api/v1/verifications/X')],
    ['uploading a list of people', 'import:', upload],
  ])('%s', async (_what, key, tried) => {
    expect((await tried()).status).not.toBe(429);
    // As if the window were used up, instead of hundreds of tries that hash a secret each.
    const [counted] = await khou.queries.read<{ hits: number }>(
      `update rate_windows set hits = 1000 where starts_with(key, $1) returning 1 as hits`,
      [key],
    );
    expect(counted).toBeDefined();
    const refused = await tried();
    expect([refused.status, refused.body.code]).toEqual([429, 'http.too_many_requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    khou.clock.advance(15 * 60_000);
    admin = await khou.signedIn(['administrator']);
    expect((await tried()).status).not.toBe(429);
  });
});
