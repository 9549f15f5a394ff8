import { newId } from '../src/kernel/ids.js';
import type { App, Caller } from './app.js';
import { aClass, type TaughtClass } from './class.js';

export interface Past {
  readonly trainees?: number;
  /** Places of trainees who missed everything, and of those who failed the test. */
  readonly absent?: readonly number[];
  readonly failed?: readonly number[];
  readonly state?: 'running' | 'closed';
}

/** A class that is over: who is not named attended all six half-days and passed the post-test. Straight to the tables. */
export async function aPastClass(
  khou: App,
  { trainees = 3, absent = [], failed = [], state = 'closed' }: Past = {},
): Promise<TaughtClass> {
  const taught = await aClass(khou, { trainees });
  const { cohortId, versionId, lead } = taught;
  await khou.queries.transaction(async (tx) => {
    for (const [place, { personId }] of taught.trainees.entries()) {
      await tx.query(
        `insert into attendance (cohort_id, person_id, date, half, mark, marked_at, marked_by, fact_id)
         select $1, $2, day::date, half, $3, now(), $4, $5
         from generate_series(date '2026-10-11', date '2026-10-13', '1 day') day, unnest(array['am', 'pm']) half`,
        [cohortId, personId, absent.includes(place) ? 'absent' : 'present', lead.personId, newId()],
      );
      const percent = failed.includes(place) ? 40 : 85;
      await tx.query(
        `insert into attempts (id, cohort_id, person_id, version_id, test_code, number, paper, state, opened_at, due_at, closed_at, points, points_possible, percent, passed)
         values ($1, $2, $3, $4, 'post-test', 1, '{"questions": []}', 'marked', now(), now(), now(), 4, 4, $5, $6)`,
        [newId(), cohortId, personId, versionId, percent, percent >= 70],
      );
    }
    await tx.query(`update cohorts set state = $2 where id = $1`, [cohortId, state]);
  });
  return taught;
}

export const idsOf = ({ trainees }: TaughtClass) => trainees.map(({ personId }) => personId);

/** Issues certificates of completion to everybody and prints them. */
export async function issued(khou: App, admin: Caller, taught: TaughtClass) {
  const { status, body } = await admin.post(`/api/v1/cohorts/${taught.cohortId}/certificates`, {
    personIds: idsOf(taught),
  });
  if (status !== 202) throw new Error(`Not issued: ${status} ${body?.code}`);
  await khou.drain();
  return body as { batchId: string; certificates: { id: string; personId: string; number: string }[] };
}

/** What the QR code of the certificate opens. */
export async function tokenOf(khou: App, id: string): Promise<string> {
  const [row] = await khou.queries.read<{ token: string }>(`select token from certificates where id = $1`, [id]);
  return row!.token;
}
