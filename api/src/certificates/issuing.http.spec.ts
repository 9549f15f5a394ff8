import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, anApp, type Caller } from '../../test/app.js';
import { aPastClass, idsOf, issued } from '../../test/past-class.js';
import { AuditService } from '../audit/audit.service.js';
import { newId } from '../kernel/ids.js';
import { isCertificateCode } from './numbers.rules.js';

let khou: App;
let admin: Caller;
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

describe('who may be given a certificate', () => {
  it('is told with the reasons against', async () => {
    const taught = await aPastClass(khou, { absent: [1], failed: [1, 2] });
    const { status, body } = await admin.get(`/api/v1/cohorts/${taught.cohortId}/certificates`);
    expect(status).toBe(200);
    const of = (place: number) =>
      body.people.find(({ personId }: { personId: string }) => personId === idsOf(taught)[place]);
    expect(body).toMatchObject({
      requiredPercent: 80,
      passPercent: 70,
      allowed: ['issue', 'download'],
      cohort: { state: 'closed' },
    });
    expect(of(0)).toMatchObject({
      mayReceive: 'completion',
      obstacles: [],
      attendance: { attended: 6, of: 6, percent: 100 },
      postTest: { percent: 85, passed: true },
    });
    expect(of(1)).toMatchObject({ mayReceive: null, obstacles: ['never_present', 'test_not_passed'] });
    expect(of(2)).toMatchObject({ mayReceive: 'attendance', obstacles: ['test_not_passed'] });
  });

  it('says when the year of the class is an estimate, as the certificate will', async () => {
    const taught = await aPastClass(khou, { trainees: 1 });
    const sheet = async () => (await admin.get(`/api/v1/cohorts/${taught.cohortId}/certificates`)).body.cohort;
    expect((await sheet()).yearEstimated).toBe(false);
    await khou.queries.read(`update cohorts set year_estimated = true where id = $1`, [taught.cohortId]);
    expect((await sheet()).yearEstimated).toBe(true);
  });

  it('is seen by the trainer of the class, who issues nothing, and by no other trainer', async () => {
    const taught = await aPastClass(khou);
    const url = `/api/v1/cohorts/${taught.cohortId}/certificates`;
    expect((await taught.lead.get(url)).body.allowed).toEqual(['download']);
    expect((await taught.lead.post(url, { personIds: idsOf(taught) })).status).toBe(403);
    expect((await (await khou.signedIn(['trainer'])).get(url)).status).toBe(404);
  });

  it('is decided by all or nothing, each person with a reason', async () => {
    const taught = await aPastClass(khou, { failed: [1] });
    const stranger = newId();
    const { status, body } = await admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, {
      personIds: [...idsOf(taught), stranger],
    });
    expect([status, body.code, body.params]).toEqual([409, 'certificate.not_eligible', { count: 2 }]);
    expect(body.errors).toEqual([
      { path: idsOf(taught)[1], code: 'test_not_passed', message: expect.any(String), sentence: null },
      { path: stranger, code: 'no_seat', message: expect.any(String), sentence: null },
    ]);
    const rows = await khou.queries.read(`select 1 from certificates where cohort_id = $1`, [taught.cohortId]);
    expect(rows).toEqual([]);
  });

  it('is nobody before the class is closed', async () => {
    const taught = await aPastClass(khou, { state: 'running' });
    const { body } = await admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, {
      personIds: [idsOf(taught)[0]],
    });
    expect(body.errors).toMatchObject([{ code: 'cohort_not_closed' }]);
  });

  it('gets a statement of attendance where the test was not passed, in a series of its own', async () => {
    const taught = await aPastClass(khou, { trainees: 1, failed: [0] });
    const { status, body } = await admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, {
      kind: 'attendance',
      personIds: idsOf(taught),
    });
    expect(status).toBe(202);
    expect(body.certificates[0].number).toMatch(/^DOI-SMP-A-2026-0001-[0-9A-Z]$/);
    await khou.drain();
  });
});

describe('an issued certificate', () => {
  it('has a number with a check character, a printed file and an unbroken place in the audit chain', async () => {
    const taught = await aPastClass(khou);
    const { batchId, certificates } = await issued(khou, admin, taught);
    expect(certificates).toHaveLength(3);
    for (const { number } of certificates) expect(isCertificateCode(number)).toBe(true);
    expect((await admin.get(`/api/v1/certificate-batches/${batchId}`)).body).toEqual({
      batchId,
      total: 3,
      done: 3,
      failed: 0,
      cancelled: 0,
      finished: true,
    });
    const file = await admin.get(`/api/v1/certificates/${certificates[0]!.id}/file`);
    expect(file.status).toBe(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${certificates[0]!.number}.pdf"`,
    });
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await khou.app.get(AuditService).firstBreak()).toBeNull();
  });

  it('is given once, however often it is asked for at once', async () => {
    const taught = await aPastClass(khou, { trainees: 1 });
    const asked = await Promise.all(
      Array.from({ length: 8 }, () =>
        admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, { personIds: idsOf(taught) }),
      ),
    );
    await khou.drain();
    expect(asked.filter(({ status }) => status === 202)).toHaveLength(1);
    for (const { status, body } of asked)
      if (status !== 202) expect(['certificate.already_issued', 'certificate.not_eligible']).toContain(body.code);
    expect((await admin.get(`/api/v1/cohorts/${taught.cohortId}/certificates`)).body.people[0]).toMatchObject({
      obstacles: ['already_issued'],
      mayReceive: null,
      certificate: { ready: true },
    });
  });

  it('leaves no gap in the register and no number twice, with many batches at once and some that fail', async () => {
    const classes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => aPastClass(khou, { trainees: 4, failed: index % 3 === 2 ? [3] : [] })),
    );
    await Promise.all(
      classes.flatMap((taught) =>
        idsOf(taught).flatMap((personId) =>
          [0, 1].map(() => admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, { personIds: [personId] })),
        ),
      ),
    );
    await khou.drain();
    const rows = await khou.queries.read<{ number: number; last: number }>(
      `select c.number, s.last_number as last from certificates c join certificate_series s using (series, year) where series = 'SMP' order by number`,
    );
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.at(-1)!.last).toBe(rows.length);
  });

  it('stops printing what has not begun, keeps the numbers, and prints the rest when asked', async () => {
    const taught = await aPastClass(khou);
    const { body } = await admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, { personIds: idsOf(taught) });
    const batch = `/api/v1/certificate-batches/${body.batchId}`;
    const stopped = { batchId: body.batchId, total: 0, done: 0, failed: 0, cancelled: 3, finished: true };
    expect((await admin.post(`${batch}/cancellation`)).body).toEqual(stopped);
    const { body: sheet } = await admin.get(`/api/v1/cohorts/${taught.cohortId}/certificates`);
    expect(sheet.people[0].certificate).toMatchObject({ batchId: body.batchId, ready: false });
    await admin.post(`${batch}/retry`);
    await khou.drain();
    expect((await admin.get(batch)).body).toMatchObject({ done: 3, cancelled: 0, finished: true });
  });

  it('follows its printing by server-sent events', async () => {
    const { batchId } = await issued(khou, admin, await aPastClass(khou));
    const { status, text, headers } = await admin.get(`/api/v1/certificate-batches/${batchId}/progress`);
    expect([status, String(headers['content-type']).split(';')[0]]).toEqual([200, 'text/event-stream']);
    expect(text).toContain(
      `data: ${JSON.stringify({ batchId, total: 3, done: 3, failed: 0, cancelled: 0, finished: true })}`,
    );
  });

  it('takes no number when it could not be printed', async () => {
    const taught = await aPastClass(khou, { trainees: 1 });
    await khou.queries.read(`update persons set given_name_en = 'Li 李' where id = $1`, [idsOf(taught)[0]]);
    const before = await khou.queries.read(`select * from certificate_series order by series, year`);
    const { status, body } = await admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, {
      personIds: idsOf(taught),
    });
    expect([status, body.code]).toEqual([422, 'certificate.not_printable']);
    expect(body.errors[0]).toMatchObject({ path: `${idsOf(taught)[0]}.person.nameEn` });
    expect(await khou.queries.read(`select * from certificate_series order by series, year`)).toEqual(before);
  });
});

describe('who issues', () => {
  it('is set by an administrator and stands on what is issued from then on', async () => {
    const { body: before } = await admin.get('/api/v1/certificate-settings');
    expect(before).toMatchObject({ prefix: 'DOI', motto: false });
    const after = { ...before, prefix: 'MPS', departmentEn: 'Another Department', motto: true };
    expect((await admin.put('/api/v1/certificate-settings', { ...after, prefix: 'lower' })).status).toBe(422);
    expect((await admin.put('/api/v1/certificate-settings', after)).body).toEqual(after);
    const { certificates } = await issued(khou, admin, await aPastClass(khou, { trainees: 1 }));
    expect(certificates[0]!.number).toMatch(/^MPS-SMP-/);
    await admin.put('/api/v1/certificate-settings', before);
  });
});
