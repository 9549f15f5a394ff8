import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, anApp, type Caller } from '../../test/app.js';
import { aPastClass, issued, tokenOf } from '../../test/past-class.js';
import { readCredential } from './credential.rules.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

describe('the public check', () => {
  it('says of a valid certificate what its face says and nothing else', async () => {
    const { certificates } = await issued(khou, admin, await aPastClass(khou, { trainees: 1 }));
    const { id, number } = certificates[0]!;
    const token = await tokenOf(khou, id);
    const { status, body } = await khou.anonymous.get(`/api/v1/verifications/${token}`);
    expect([status, body.state, body.certificate.number, body.certificate.nameEn]).toEqual([
      200,
      'valid',
      number,
      'Trainee 1 ສົມມຸດ'.replace('ສົມມຸດ', 'Person'),
    ]);
    expect(Object.keys(body.certificate).sort()).toEqual([
      'courseEn',
      'courseLo',
      'days',
      'endsOn',
      'hours',
      'issuedOn',
      'issuerEn',
      'issuerLo',
      'kind',
      'nameEn',
      'nameLo',
      'number',
      'placeEn',
      'placeLo',
      'rankLo',
      'startsOn',
      'unitEn',
      'unitLo',
      'versionLabel',
      'yearEstimated',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/percent|personId|cohort/);
    const typed = `${token.toLowerCase().slice(0, 4)} ${token.slice(4, 8)}-${token.slice(8)}`;
    expect((await khou.anonymous.get(`/api/v1/verifications/${encodeURIComponent(typed)}`)).body.state).toBe('valid');
  });

  it('answers a wrong code and a code that was never issued alike', async () => {
    const { certificates } = await issued(khou, admin, await aPastClass(khou, { trainees: 1 }));
    const token = await tokenOf(khou, certificates[0]!.id);
    const wrong = await khou.anonymous.get(
      `/api/v1/verifications/${token.slice(0, -1)}${token.endsWith('Z') ? 'Y' : 'Z'}`,
    );
    const never = await khou.anonymous.get('/api/v1/verifications/7KQ4M2XDPA93VTRB6E1HSYC0NW');
    const nonsense = await khou.anonymous.get('/api/v1/verifications/%F0%9F%98%80');
    expect(wrong.body).toEqual({ state: 'unknown', revokedOn: null, certificate: null });
    expect([never.status, never.body]).toEqual([wrong.status, wrong.body]);
    expect([nonsense.status, nonsense.body]).toEqual([wrong.status, wrong.body]);
  });

  it('says that a certificate was revoked, and when, and keeps the reason to itself', async () => {
    const { certificates } = await issued(khou, admin, await aPastClass(khou, { trainees: 1 }));
    const { id } = certificates[0]!;
    await admin.post(`/api/v1/certificates/${id}/revocation`, { reason: 'A private matter' });
    const { body, text } = await khou.anonymous.get(`/api/v1/verifications/${await tokenOf(khou, id)}`);
    expect([body.state, body.revokedOn]).toEqual(['revoked', '2026-10-12']);
    expect(text).not.toContain('private');
  });

  it('is limited for each address', async () => {
    const answers = await Promise.all(Array.from({ length: 70 }, () => khou.anonymous.get('/api/v1/verifications/X')));
    expect(answers.some(({ status, body }) => status === 429 && body.code === 'http.too_many_requests')).toBe(true);
  });

  it('can be done without the server: the code carries a signature of a published key', async () => {
    const { certificates } = await issued(khou, admin, await aPastClass(khou, { trainees: 1 }));
    const [row] = await khou.queries.read<{ snapshot: { verifyUrl: string } }>(
      `select snapshot from certificates where id = $1`,
      [certificates[0]!.id],
    );
    const { body } = await khou.anonymous.get('/api/v1/certificate-keys');
    const published = (keyId: string) => {
      const found = body.keys.find(({ kid }: { kid: string }) => kid === keyId);
      return found === undefined ? null : createPublicKey({ key: found, format: 'jwk' });
    };
    expect(readCredential(row!.snapshot.verifyUrl.split('#')[1]!, published)).toMatchObject({
      number: certificates[0]!.number,
      name: 'Trainee 1 Person',
    });
  });
});
