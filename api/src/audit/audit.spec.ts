import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type App, anApp } from '../../test/app.js';
import { AuditService } from './audit.service.js';

let khou: App;
let audit: AuditService;
beforeAll(async () => {
  khou = await anApp();
  audit = khou.app.get(AuditService);
});
afterAll(() => khou.close());

const event = (n: number) => ({
  actorId: null,
  action: 'spec.noted',
  subjectKind: 'spec',
  subjectId: String(n),
  details: { b: n, a: [n, { z: 1, y: 'ນ້ຳ' }] },
});

it('events written at the same time make one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => khou.queries.transaction((tx) => audit.append(tx, event(n)))));
  expect(await audit.firstBreak()).toBeNull();
});

it('a changed event breaks the chain at its place', async () => {
  await khou.queries.read(`update audit_events set details = '{"b": 99}' where seq = 7`);
  expect(await audit.firstBreak()).toBe(7);
});

it('a removed event breaks the chain at its place', async () => {
  await khou.queries.read(`delete from audit_events where seq = 5`);
  expect(await audit.firstBreak()).toBe(6);
});
