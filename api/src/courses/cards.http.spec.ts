import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aCourse, aPlan, officers } from '../../test/plan.js';

let khou: App;
let admin: Caller;
let lead: Caller;
let url: string;
let people: string[];
beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  lead = await khou.signedIn(['trainer']);
  const { courseId } = await aCourse(khou, admin);
  const { body: cohort } = await lead.post('/api/v1/cohorts', aPlan(courseId, lead.personId));
  url = `/api/v1/cohorts/${cohort.id}`;
  people = (await officers(khou, 2)).ids;
  await lead.post(`${url}/enrolments`, { personIds: people });
});
afterAll(() => khou.close());

type Seen = { id: string; card: string | null; allowed: string[] };
const seen = async (who: Caller): Promise<Seen[]> => (await who.get(`${url}/enrolments`)).body.items;
const cards = async (who: Caller) =>
  (await seen(who)).map(({ card, allowed }) => [card, allowed.includes('print_card')]);

describe('the people of a class', () => {
  it('have no account by their seats: the trainer sees who has no card, and prints it', async () => {
    const enrolmentIds = (await seen(lead)).map(({ id }) => id);
    await lead.post(`${url}/confirmations`, { enrolmentIds });
    const none = ['none', true];
    expect(await cards(lead)).toEqual([none, none]);
    expect((await lead.post('/api/v1/cards', { personIds: [people[0]] })).status).toBe(201);
    expect(await cards(lead)).toEqual([['printed', true], none]);
    await khou.queries.read(`update activation_codes set expires_at = $1`, [khou.clock.now()]);
    expect(await cards(admin)).toEqual([none, none]);
  });

  it('are no business of an observer of the programme, who sees how many they are', async () => {
    const observer = await khou.signedIn(['observer']);
    expect((await observer.get(`${url}/enrolments`)).status).toBe(403);
    expect((await observer.get(url)).body.seatsTaken).toBe((await admin.get(url)).body.seatsTaken);
  });
});
