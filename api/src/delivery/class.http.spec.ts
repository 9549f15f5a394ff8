import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aClass, aFact } from '../../test/class.js';
import { newId } from '../kernel/ids.js';
import { AttendanceService } from './index.js';

let khou: App;
beforeAll(async () => void (khou = await anApp()));
afterAll(() => khou.close());

const post = (who: Caller, ...facts: unknown[]) => who.post('/api/v1/sync', { device: newId(), facts });

function aMark(
  by: Caller,
  cohortId: string,
  person: Caller,
  mark: string,
  at = '01:45',
  more: Record<string, unknown> = {},
) {
  return aFact(
    by,
    cohortId,
    'attendance.marked',
    { person: person.personId, date: '2026-10-12', half: 'am', mark, ...more },
    `2026-10-12T${at}:00.000Z`,
  );
}

describe('attendance', () => {
  it('marked by the trainer is on the sheet, with what it comes to', async () => {
    const {
      cohortId,
      lead,
      trainees: [one, two],
    } = await aClass(khou);
    const { body } = await post(lead, aMark(lead, cohortId, one!, 'late'), aMark(lead, cohortId, two!, 'absent'));
    expect(body.verdicts.map((verdict: { verdict: string }) => verdict.verdict)).toEqual(['accepted', 'accepted']);
    const sheet = await lead.get(`/api/v1/cohorts/${cohortId}/attendance`);
    expect(sheet.body.halfDays).toHaveLength(6);
    expect(sheet.body.allowed).toEqual(['mark']);
    expect(sheet.body.people.find((person: { personId: string }) => person.personId === one!.personId)).toMatchObject({
      marks: [{ date: '2026-10-12', half: 'am', mark: 'late' }],
      summary: { attended: 1, of: 6, late: 1 },
    });
    const summaries = await khou.app.get(AttendanceService).summaries(cohortId);
    expect(summaries.get(two!.personId)).toMatchObject({ attended: 0, absent: 1, of: 6 });
  });

  it('is what the later mark says, in whatever order two devices send theirs', async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const {
        cohortId,
        lead,
        trainees: [one],
      } = await aClass(khou);
      const marks = [
        aMark(lead, cohortId, one!, 'absent', '01:30'),
        aMark(lead, cohortId, one!, 'present', '01:40'),
        aMark(lead, cohortId, one!, 'late', '01:35'),
      ];
      for (const index of order) await post(lead, marks[index]);
      const sheet = await lead.get(`/api/v1/cohorts/${cohortId}/attendance`);
      expect(
        sheet.body.people[0].marks
          .map((mark: { mark: string }) => mark.mark)
          .concat(sheet.body.people[1].marks.map((mark: { mark: string }) => mark.mark)),
      ).toEqual(['present']);
    }
  });

  it('that was changed leaves an audit event with the old mark, and the facts keep the history', async () => {
    const {
      cohortId,
      lead,
      trainees: [one],
    } = await aClass(khou);
    await post(lead, aMark(lead, cohortId, one!, 'absent', '01:30'));
    await post(lead, aMark(lead, cohortId, one!, 'excused', '01:50', { reason: 'letter from the post' }));
    const events = await khou.queries.read<{ details: unknown }>(
      `select details from audit_events where action = 'attendance.changed' and subject_id = $1`,
      [cohortId],
    );
    expect(events).toMatchObject([
      {
        details: {
          changes: [{ person: one!.personId, from: 'absent', to: 'excused', reason: 'letter from the post' }],
        },
      },
    ]);
    expect(await khou.queries.read(`select 1 from facts where cohort_id = $1`, [cohortId])).toHaveLength(2);
  });

  it('is refused from whoever does not teach the class, for somebody not on the list, and for a day to come', async () => {
    const {
      cohortId,
      lead,
      trainees: [one],
    } = await aClass(khou);
    const stranger = await khou.signedIn(['trainer']);
    const codes = async (who: Caller, fact: unknown) => (await post(who, fact)).body.verdicts[0].code;
    expect(await codes(stranger, aMark(stranger, cohortId, one!, 'present'))).toBe('attendance.not_trainer');
    expect(await codes(one!, aMark(one!, cohortId, one!, 'present'))).toBe('attendance.not_trainer');
    expect(await codes(lead, aMark(lead, cohortId, stranger, 'present'))).toBe('attendance.not_on_list');
    expect(await codes(lead, aMark(lead, cohortId, one!, 'present', '01:45', { date: '2026-10-13' }))).toBe(
      'attendance.future',
    );
    expect(await codes(lead, aMark(lead, cohortId, one!, 'present', '01:45', { date: '2026-10-14' }))).toBe(
      'attendance.no_class',
    );
  });

  it("of a class is nobody's business who is not of its team", async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    const stranger = await khou.signedIn(['trainer']);
    expect((await stranger.get(`/api/v1/cohorts/${cohortId}/attendance`)).status).toBe(404);
    expect((await one!.get(`/api/v1/cohorts/${cohortId}/attendance`)).status).toBe(403);
    const observer = await khou.signedIn(['observer']);
    expect((await observer.get(`/api/v1/cohorts/${cohortId}/attendance`)).status).toBe(403);
  });
});

describe('a learner', () => {
  it('sees on Today the class, the day of it, the sessions with where the clock stands, and what to go on with', async () => {
    const {
      cohortId,
      lead,
      trainees: [one],
    } = await aClass(khou);
    await khou.queries.read(
      `insert into timetable_sessions (id, cohort_id, date, starts_minute, minutes, kind, module_code, title_en, part)
       select gen_random_uuid(), $1, d::date, m, 60, 'module', case when m = 510 then 'M02' else 'M03' end, 'Session', 1
       from unnest(array['2026-10-11', '2026-10-12', '2026-10-13']) d, unnest(array[510, 780]) m`,
      [cohortId],
    );
    await post(lead, aMark(lead, cohortId, one!, 'present'));
    await post(one!, aFact(one!, cohortId, 'section.finished', { module: 'M02', section: 'why' }));
    const { body } = await one!.get('/api/v1/today');
    expect(body).toMatchObject({
      date: '2026-10-12',
      classes: [{ id: cohortId, day: 2, days: 3, phase: 'running', title: { en: 'Cohort 1', lo: 'ຮຸ່ນທີ 1' } }],
    });
    const [today] = body.classes;
    expect(
      today.sessions.map((session: { state: string; moduleCode: string }) => [session.moduleCode, session.state]),
    ).toEqual([
      ['M02', 'now'],
      ['M03', 'next'],
    ]);
    expect(today.next).toMatchObject({
      code: 'M02',
      sections: ['why', 'how', 'when'],
      finished: ['why'],
      finishedAt: null,
    });
    expect(today.attendance.summary).toMatchObject({ attended: 1, of: 6 });
    expect(JSON.stringify(body).length).toBeLessThan(4000);
  });

  it('sees only own classes, and nothing where there is none', async () => {
    await aClass(khou);
    const nobody = await khou.signedIn(['trainee']);
    expect((await nobody.get('/api/v1/today')).body.classes).toEqual([]);
    expect((await nobody.get('/api/v1/lessons')).body).toEqual({ classes: [] });
  });

  it('sees the lessons of the course with how far they have come, and how practice went', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await aClass(khou);
    await post(
      one!,
      aFact(one!, cohortId, 'module.finished', { module: 'M02' }),
      aFact(one!, cohortId, 'practice.answered', { module: 'M02', question: 'M02-p1', answer: true, correct: true }),
    );
    const { body } = await one!.get('/api/v1/lessons');
    expect(body.classes[0].lessons).toMatchObject([
      { code: 'M02', finishedAt: expect.any(String), practice: { answered: 1, correct: 1 } },
      { code: 'M03', openedAt: null, finished: [], practice: { answered: 0, correct: 0 } },
    ]);
  });
});
