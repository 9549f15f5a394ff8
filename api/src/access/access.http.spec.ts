import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, anApp } from '../../test/app.js';
import { AccountsService } from './index.js';

let khou: App;
beforeAll(async () => void (khou = await anApp()));
afterAll(() => khou.close());

describe('signing in', () => {
  it('tells a signed-in person who they are and what they may do', async () => {
    const admin = await khou.signedIn(['administrator']);
    const { status, body } = await admin.get('/api/v1/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      personId: admin.personId,
      roles: ['administrator'],
      language: 'lo',
      nameEn: 'Test Person',
    });
    expect(body.permissions).toContain('certificate.issue');
    expect(JSON.stringify(body)).not.toMatch(/argon2|secret/);
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const trainer = await khou.signedIn(['trainer']);
    const { body: me } = await trainer.get('/api/v1/session');
    const wrong = await khou.anonymous.post('/api/v1/session', { name: me.userName, secret: 'not the password' });
    const unknown = await khou.anonymous.post('/api/v1/session', { name: 'nobody', secret: 'not the password' });
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  it('refuses whoever is not signed in, with a code', async () => {
    const { status, body } = await khou.anonymous.get('/api/v1/session');
    expect([status, body.code]).toEqual([401, 'access.session_missing']);
  });

  it('ends the session when the person signs out', async () => {
    const trainee = await khou.signedIn(['trainee']);
    const out = await trainee.delete('/api/v1/session');
    expect(out.status).toBe(204);
    expect((await trainee.get('/api/v1/session')).status).toBe(401);
  });

  it('ends every session of a suspended account at once', async () => {
    const admin = await khou.signedIn(['administrator']);
    const trainee = await khou.signedIn(['trainee']);
    await khou.app.get(AccountsService).suspend(trainee.personId, admin.personId);
    expect((await trainee.get('/api/v1/session')).status).toBe(401);
  });

  it('keeps the cookie from scripts and from other sites', async () => {
    const admin = await khou.signedIn(['administrator']);
    const { body: me } = await admin.get('/api/v1/session');
    const { headers } = await khou.anonymous.post('/api/v1/session', {
      name: me.userName,
      secret: 'correct horse battery',
    });
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly.*Secure.*SameSite=Lax/);
  });

  it('ends a session that lay unused too long', async () => {
    const admin = await khou.signedIn(['administrator']);
    khou.clock.advance(61 * 60_000);
    expect((await admin.get('/api/v1/session')).status).toBe(401);
  });

  it('slows down somebody who tries one name again and again', async () => {
    const tries = [];
    for (let count = 0; count < 12; count++)
      tries.push(await khou.anonymous.post('/api/v1/session', { name: 'target', secret: `guess ${count}` }));
    expect(tries.map((one) => one.status)).toEqual([...Array(10).fill(401), 429, 429]);
    expect(tries[11]!.headers['retry-after']).toBeDefined();
  });
});

describe('a printed card', () => {
  async function aCard() {
    const { personId } = await khou.signedIn(['trainee']);
    const [card] = await khou.queries.transaction((tx) =>
      khou.app.get(AccountsService).issueCodes(tx, [personId], null),
    );
    return card!;
  }

  it('says whose it is without being used up', async () => {
    const card = await aCard();
    const typed = card.code.toLowerCase().replace(/(.{4})/g, '$1-');
    const { status, body } = await khou.anonymous.post('/api/v1/activation', { code: typed });
    expect(status).toBe(200);
    expect(body).toEqual({ nameLo: 'ທົດສອບ ສົມມຸດ', nameEn: 'Test Person', userName: card.userName, secretKind: 'pin' });
    expect((await khou.anonymous.post('/api/v1/activation', { code: typed })).status).toBe(200);
  });

  it('is redeemed by exactly one of fifty at once', async () => {
    const card = await aCard();
    const all = await Promise.all(
      Array.from({ length: 50 }, () =>
        khou.anonymous.post('/api/v1/activation/redemption', { code: card.code, secret: '271828' }),
      ),
    );
    expect(all.filter((one) => one.status === 201)).toHaveLength(1);
    expect(new Set(all.filter((one) => one.status !== 201).map((one) => one.body.code))).toEqual(
      new Set(['access.code_refused']),
    );
    khou.clock.advance(16 * 60_000);
  });

  it('stops working when a newer one is printed, and when it is out of date', async () => {
    const card = await aCard();
    const [newer] = await khou.queries.transaction((tx) =>
      khou.app.get(AccountsService).issueCodes(tx, [card.personId], null),
    );
    expect((await khou.anonymous.post('/api/v1/activation', { code: card.code })).body.code).toBe(
      'access.code_refused',
    );
    khou.clock.advance(31 * 86_400_000);
    expect((await khou.anonymous.post('/api/v1/activation', { code: newer!.code })).body.code).toBe(
      'access.code_refused',
    );
  });

  it('refuses a PIN that anybody would guess, and keeps the card', async () => {
    const card = await aCard();
    const simple = await khou.anonymous.post('/api/v1/activation/redemption', { code: card.code, secret: '123456' });
    expect([simple.status, simple.body.code]).toEqual([422, 'access.pin_too_simple']);
    expect(
      (await khou.anonymous.post('/api/v1/activation/redemption', { code: card.code, secret: '730164' })).status,
    ).toBe(201);
  });
});

describe('a request that is not well', () => {
  it('is refused with a code when its body is not JSON', async () => {
    const { status, body } = await khou.anonymous.send('POST', '/api/v1/session', {
      body: '{"name":',
      headers: { 'content-type': 'application/json' },
    });
    expect([status, body.code]).toEqual([400, 'http.unreadable']);
  });

  it('is told every field that is at fault', async () => {
    const { status, body } = await khou.anonymous.post('/api/v1/session', { name: '' });
    expect([status, body.code]).toEqual([422, 'http.invalid_input']);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual(['name', 'secret']);
  });

  it('is refused when another site sent it', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }] as Record<
      string,
      string
    >[]) {
      const { status, body } = await khou.anonymous.send('POST', '/api/v1/session', {
        body: { name: 'a', secret: 'b' },
        headers,
      });
      expect([status, body.code]).toEqual([403, 'http.cross_site']);
    }
  });

  it('is told when there is nothing at its address', async () => {
    const { status, body } = await khou.anonymous.get('/api/v1/nothing');
    expect([status, body.code]).toEqual([404, 'http.not_found']);
  });
});
