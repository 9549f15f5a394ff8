import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, anApp, type Caller } from '../../test/app.js';
import { aPastClass, idsOf, issued } from '../../test/past-class.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

describe('an issued certificate', () => {
  it('stays as it was when the person changes name, rank or unit', async () => {
    const taught = await aPastClass(khou, { trainees: 1 });
    const { certificates } = await issued(khou, admin, taught);
    const { id } = certificates[0]!;
    const before = await admin.get(`/api/v1/certificates/${id}/file`);
    await khou.queries.read(`update persons set given_name_lo = 'ປ່ຽນ', rank = 'ພັນຕີ' where id = $1`, [idsOf(taught)[0]]);
    expect((await admin.get(`/api/v1/certificates/${id}`)).body.person.nameLo).toBe('ທົດສອບ ສົມມຸດ');
    const [{ file_hash: hash }] = (await khou.queries.read<{ file_hash: string }>(
      `select file_hash from certificates where id = $1`,
      [id],
    )) as [{ file_hash: string }];
    await unlink(join(khou.config.dataDir, 'files', hash.slice(0, 2), hash));
    const after = await admin.get(`/api/v1/certificates/${id}/file`);
    expect(after.bytes.equals(before.bytes)).toBe(true);
  });

  it('belongs to its holder, is seen by its trainer, and for others does not exist', async () => {
    const taught = await aPastClass(khou, { trainees: 2 });
    const { certificates } = await issued(khou, admin, taught);
    const [holder, other] = taught.trainees as [Caller, Caller];
    const own = certificates.find(({ personId }) => personId === holder.personId)!;
    expect((await holder.get('/api/v1/certificates')).body.items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect((await holder.get(`/api/v1/certificates/${own.id}/file`)).status).toBe(200);
    expect((await other.get(`/api/v1/certificates/${own.id}`)).body.code).toBe('certificate.missing');
    expect((await other.get(`/api/v1/certificates/${own.id}/file`)).status).toBe(404);
    expect((await taught.lead.get('/api/v1/certificates')).body.items).toHaveLength(2);
    expect((await (await khou.signedIn(['trainer'])).get('/api/v1/certificates')).body.items).toEqual([]);
  });

  it('shows an observer that it exists and not whose it is', async () => {
    await issued(khou, admin, await aPastClass(khou, { trainees: 1 }));
    const observer = await khou.signedIn(['observer']);
    const { body } = await observer.get('/api/v1/certificates?limit=1');
    expect(body.items[0]).toMatchObject({ person: null, verifyUrl: null, allowed: [] });
    expect(JSON.stringify(body)).not.toContain('ທົດສອບ');
    expect((await observer.get(`/api/v1/certificates?q=${encodeURIComponent('ທົດສອບ')}`)).body.items).toEqual([]);
    expect((await observer.get(`/api/v1/certificates/${body.items[0].id}/file`)).status).toBe(403);
  });

  it('is listed a page at a time, newest first, and found by a part of its number', async () => {
    const taught = await aPastClass(khou);
    const { certificates } = await issued(khou, admin, taught);
    const first = await admin.get(`/api/v1/certificates?cohortId=${taught.cohortId}&limit=2`);
    const rest = await admin.get(`/api/v1/certificates?cohortId=${taught.cohortId}&limit=2&after=${first.body.next}`);
    // One batch is issued in one instant: its numbers say who comes first.
    expect([...first.body.items, ...rest.body.items].map(({ number }: { number: string }) => number)).toEqual(
      certificates
        .map(({ number }) => number)
        .sort()
        .reverse(),
    );
    expect(rest.body.next).toBeNull();
    const part = certificates[0]!.number.slice(4, -2);
    expect(
      (await admin.get(`/api/v1/certificates?q=${part}`)).body.items.map(({ number }: { number: string }) => number),
    ).toContain(certificates[0]!.number);
    expect((await admin.get('/api/v1/certificates?q=100%25')).body.items).toEqual([]);
  });

  it('is printed with all others of its class, a page each', async () => {
    const taught = await aPastClass(khou);
    expect((await admin.get(`/api/v1/cohorts/${taught.cohortId}/certificates/file`)).body.code).toBe(
      'certificate.none_ready',
    );
    await issued(khou, admin, taught);
    const { bytes, headers } = await taught.lead.get(`/api/v1/cohorts/${taught.cohortId}/certificates/file`);
    expect(headers['content-type']).toBe('application/pdf');
    expect(bytes.toString('latin1')).toContain('/Count 3');
  });
});

describe('what becomes of a certificate', () => {
  it('is revoked with a reason, for good', async () => {
    const { certificates } = await issued(khou, admin, await aPastClass(khou, { trainees: 1 }));
    const { id } = certificates[0]!;
    expect((await admin.post(`/api/v1/certificates/${id}/revocation`, { reason: ' ' })).status).toBe(422);
    const { status, body } = await admin.post(`/api/v1/certificates/${id}/revocation`, { reason: 'Issued by mistake' });
    expect([status, body.state, body.stateReason, body.allowed]).toEqual([201, 'revoked', 'Issued by mistake', []]);
    expect((await admin.post(`/api/v1/certificates/${id}/revocation`, { reason: 'Again' })).body.code).toBe(
      'certificate.wrong_state',
    );
    expect((await admin.post(`/api/v1/certificates/${id}/replacement`, { reason: 'Again' })).body.code).toBe(
      'certificate.wrong_state',
    );
    expect((await admin.get(`/api/v1/certificates/${id}/file`)).body.code).toBe('certificate.wrong_state');
  });

  it('is replaced by one with the name as it is now and a number of its own', async () => {
    const taught = await aPastClass(khou, { trainees: 1 });
    const { certificates } = await issued(khou, admin, taught);
    const { id, number } = certificates[0]!;
    await khou.queries.read(`update persons set given_name_en = 'Corrected' where id = $1`, [idsOf(taught)[0]]);
    const { status, body } = await admin.post(`/api/v1/certificates/${id}/replacement`, {
      reason: 'The Latin name was wrong',
    });
    await khou.drain();
    expect([status, body.state, body.person.nameEn]).toEqual([201, 'issued', 'Corrected Person']);
    expect(body.number).not.toBe(number);
    expect((await admin.get(`/api/v1/certificates/${id}`)).body).toMatchObject({
      state: 'replaced',
      replacedBy: body.id,
      stateReason: 'The Latin name was wrong',
    });
    expect((await admin.get(`/api/v1/certificates/${body.id}/file`)).status).toBe(200);
  });
});
