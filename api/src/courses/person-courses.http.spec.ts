import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aCourse, aPlan, officers } from '../../test/plan.js';

let khou: App;
let admin: Caller;
let lead: Caller;
let officer: string;
/** The first is taught by `lead`; of the second they know nothing. */
const cohorts: { id: string; code: string }[] = [];
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  lead = await khou.signedIn(['trainer']);
  const other = await khou.signedIn(['trainer']);
  const { courseId } = await aCourse(khou, admin);
  officer = (await officers(khou, 1)).ids[0]!;
  for (const [who, days] of [
    [lead, ['2026-11-02', '2026-11-03', '2026-11-04']],
    [other, ['2026-12-07', '2026-12-08', '2026-12-09']],
  ] as const) {
    const { body } = await who.post('/api/v1/cohorts', aPlan(courseId, who.personId, { days: [...days] }));
    cohorts.push(body);
    await who.post(`/api/v1/cohorts/${body.id}/enrolments`, { personIds: [officer] });
  }
});
afterAll(() => khou.close());

const codes = async (who: Caller, personId: string, query = '') =>
  (await who.get(`/api/v1/people/${personId}/courses${query}`)).body.items.map(
    ({ cohort }: { cohort: { code: string } }) => cohort.code,
  );

describe('the courses of a person', () => {
  it('are those they have a seat in, the newest first', async () => {
    const { body } = await admin.get(`/api/v1/people/${officer}/courses`);
    expect(body.items).toMatchObject([
      { cohort: { code: cohorts[1]!.code, startsOn: '2026-12-07' }, enrolment: 'nominated', teamRole: null },
      { cohort: { code: cohorts[0]!.code, state: 'planned' }, enrolment: 'nominated', teamRole: null },
    ]);
  });

  it('and those they teach', async () => {
    const { body } = await admin.get(`/api/v1/people/${lead.personId}/courses`);
    expect(body.items).toMatchObject([{ cohort: { code: cohorts[0]!.code }, enrolment: null, teamRole: 'lead' }]);
  });

  it('come a page at a time', async () => {
    const first = (await admin.get(`/api/v1/people/${officer}/courses?limit=1`)).body;
    expect(first.items[0].cohort.code).toBe(cohorts[1]!.code);
    expect(await codes(admin, officer, `?limit=1&after=${first.next}`)).toEqual([cohorts[0]!.code]);
  });

  it('are shown to a trainer where the class is theirs, and to observers and learners not at all', async () => {
    expect(await codes(lead, officer)).toEqual([cohorts[0]!.code]);
    const somebodyElse = await khou.signedIn(['trainer']);
    expect((await somebodyElse.get(`/api/v1/people/${officer}/courses`)).body.code).toBe('people.person_missing');
    for (const role of ['observer', 'trainee'] as const)
      expect((await (await khou.signedIn([role])).get(`/api/v1/people/${officer}/courses`)).status).toBe(403);
  });
});
