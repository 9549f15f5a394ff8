import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aClass, aFact } from '../../test/class.js';
import { AccountsService } from '../access/index.js';
import { newId } from '../kernel/ids.js';

let khou: App;
beforeAll(async () => void (khou = await anApp()));
afterAll(() => khou.close());

const device = newId();
const post = (who: Caller, facts: unknown[]) => who.post('/api/v1/sync', { device, facts });
const stored = (id: string) =>
  khou.queries.read<{ verdict: string; code: string | null; clock_odd: boolean; occurred_at: Date }>(
    `select verdict, code, clock_odd, occurred_at from facts where id = $1`,
    [id],
  );
const progressOf = (cohortId: string, personId: string) =>
  khou.queries.read(
    `select module_code, opened_at, sections, finished_at from module_progress where cohort_id = $1 and person_id = $2 order by module_code`,
    [cohortId, personId],
  );

describe('facts from the field', () => {
  it('are stored once each, applied, and answered one by one', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const facts = [
      aFact(one!, cohortId, 'module.opened', { module: 'M02' }),
      aFact(one!, cohortId, 'section.finished', { module: 'M02', section: 'why' }),
    ];
    const { status, body } = await post(one!, facts);
    expect(status).toBe(200);
    expect(body.verdicts).toEqual(facts.map(({ id }) => ({ id, verdict: 'accepted', code: null })));
    expect(await progressOf(cohortId, one!.personId)).toMatchObject([
      { module_code: 'M02', sections: ['why'], finished_at: null },
    ]);
  });

  it('answer a replay as they answered the first time, and change nothing', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const facts = [
      aFact(one!, cohortId, 'module.opened', { module: 'M02' }),
      aFact(one!, cohortId, 'module.opened', { module: 'M99' }),
    ];
    const first = await post(one!, facts);
    const before = await progressOf(cohortId, one!.personId);
    khou.clock.advance(60_000);
    const again = await post(one!, [...facts, ...facts]);
    expect(again.body.verdicts).toEqual(first.body.verdicts);
    expect(await progressOf(cohortId, one!.personId)).toEqual(before);
  });

  it('give the same state in whatever order and batches they arrive, and however often', async () => {
    const results = [];
    for (let round = 0; round < 6; round++) {
      const {
        cohortId,
        trainees: [one],
      } = await aClass(khou);
      const made = aDayOfReading(one!, cohortId);
      const sent = round === 0 ? made : shuffled([...made, ...made.slice(0, 7)], round);
      const size = [50, 1, 3, 7, 20, 2][round]!;
      for (let at = 0; at < sent.length; at += size)
        expect((await post(one!, sent.slice(at, at + size))).status).toBe(200);
      const practice = await khou.queries.read(
        `select question_id, first_correct, first_at, last_correct, last_at from practice_answers where cohort_id = $1`,
        [cohortId],
      );
      results.push({ progress: await progressOf(cohortId, one!.personId), practice });
    }
    expect(results[0]!.progress).toHaveLength(2);
    expect(results[0]!.practice).toMatchObject([{ first_correct: false, last_correct: true }]);
    for (const result of results.slice(1)) expect(result).toEqual(results[0]);
  });

  it('are stored once when two tabs send the same batch at the same moment', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const facts = aDayOfReading(one!, cohortId);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, turn) => post(one!, shuffled(facts, turn))));
    for (const { body } of answers)
      expect(body.verdicts.every((verdict: { verdict: string }) => verdict.verdict === 'accepted')).toBe(true);
    const [{ count }] = (await khou.queries.read<{ count: number }>(
      `select count(*)::int as count from facts where cohort_id = $1`,
      [cohortId],
    )) as [{ count: number }];
    expect(count).toBe(facts.length);
  });

  it("do not stand in each other's way: one that is refused is told why, the others count", async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const { cohortId: other } = await aClass(khou);
    const facts = [
      aFact(one!, cohortId, 'module.opened', { module: 'M02' }),
      aFact(one!, cohortId, 'something.else', {}),
      aFact(one!, cohortId, 'module.opened', { module: 7 }),
      aFact(one!, newId(), 'module.opened', { module: 'M02' }),
      aFact(one!, other, 'module.opened', { module: 'M02' }),
      aFact(one!, cohortId, 'module.opened', { module: 'M99' }),
      aFact(one!, cohortId, 'section.finished', { module: 'M02', section: 'nowhere' }),
      aFact(one!, cohortId, 'module.opened', { module: 'M03' }),
    ];
    const { body } = await post(one!, facts);
    expect(body.verdicts.map((verdict: { code: string | null }) => verdict.code)).toEqual([
      null,
      'fact.kind_unknown',
      'fact.payload_invalid',
      'fact.cohort_unknown',
      'fact.not_enrolled',
      'fact.module_unknown',
      'fact.section_unknown',
      null,
    ]);
    expect(await stored(facts[1]!.id)).toMatchObject([{ verdict: 'refused', code: 'fact.kind_unknown' }]);
    expect(await progressOf(cohortId, one!.personId)).toHaveLength(2);
  });

  it('are refused when another person made them, and are not kept, so that the person can still send them', async () => {
    const {
      cohortId,
      trainees: [one, two],
    } = await aClass(khou);
    const fact = aFact(one!, cohortId, 'module.opened', { module: 'M02' });
    const foreign = await post(two!, [fact]);
    expect(foreign.body.verdicts).toEqual([{ id: fact.id, verdict: 'refused', code: 'fact.of_another_person' }]);
    expect(await stored(fact.id)).toEqual([]);
    expect((await post(one!, [fact])).body.verdicts[0].verdict).toBe('accepted');
    const stolenId = await post(two!, [{ ...fact, actor: two!.personId }]);
    expect(stolenId.body.verdicts[0].code).toBe('fact.of_another_person');
  });

  it('keep the time of an odd clock and are flagged', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const ahead = aFact(one!, cohortId, 'module.opened', { module: 'M02' }, '2031-01-01T00:00:00.000Z');
    expect((await post(one!, [ahead])).body.verdicts[0].verdict).toBe('accepted');
    expect(await stored(ahead.id)).toEqual([
      { verdict: 'accepted', code: null, clock_odd: true, occurred_at: new Date('2031-01-01T00:00:00Z') },
    ]);
  });

  it('end with the account: a suspended person sends nothing more', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const admin = await khou.signedIn(['administrator']);
    await khou.app.get(AccountsService).suspend(one!.personId, admin.personId);
    expect((await post(one!, [aFact(one!, cohortId, 'module.opened', { module: 'M02' })])).status).toBe(401);
  });

  it('come in batches of at most 200 and 256 kilobytes', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const many = Array.from({ length: 201 }, () => aFact(one!, cohortId, 'module.opened', { module: 'M02' }));
    expect((await post(one!, many)).status).toBe(422);
    expect(
      (await post(one!, [aFact(one!, cohortId, 'module.opened', { module: 'x'.repeat(260 * 1024) })])).status,
    ).toBe(413);
    expect((await post(one!, many.slice(0, 200))).body.verdicts).toHaveLength(200);
  });
});

function aDayOfReading(who: Caller, cohortId: string) {
  const at = (minute: number) => new Date(Date.UTC(2026, 9, 12, 1, minute)).toISOString();
  return [
    aFact(who, cohortId, 'module.opened', { module: 'M02' }, at(0)),
    ...['why', 'how', 'when'].map((section, index) =>
      aFact(who, cohortId, 'section.finished', { module: 'M02', section }, at(index + 1)),
    ),
    aFact(
      who,
      cohortId,
      'practice.answered',
      { module: 'M02', question: 'M02-p1', answer: false, correct: false },
      at(2),
    ),
    aFact(
      who,
      cohortId,
      'practice.answered',
      { module: 'M02', question: 'M02-p1', answer: false, correct: false },
      at(3),
    ),
    aFact(
      who,
      cohortId,
      'practice.answered',
      { module: 'M02', question: 'M02-p1', answer: true, correct: true },
      at(4),
    ),
    aFact(who, cohortId, 'module.finished', { module: 'M02' }, at(5)),
    aFact(who, cohortId, 'module.finished', { module: 'M02' }, at(9)),
    aFact(who, cohortId, 'module.opened', { module: 'M03' }, at(10)),
  ];
}

/** The same list in another order, the same for the same turn. */
function shuffled<T>(list: readonly T[], turn: number): T[] {
  let state = turn * 2654435761 + 1;
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
