import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { PeopleQuery, Person, PersonSummary } from './people.contract.js';
import { PersonRow } from './people.rows.js';

/** A person as lists show them, with what the list is ordered by. */
export type PersonListed = PersonSummary & { readonly order: readonly [string, string, string] };
export type PersonFound = Omit<Person, 'allowed'>;

/** How other features name a person: on a certificate, in a list of trainers. */
export interface PersonName {
  readonly id: string;
  readonly nameLo: string;
  readonly nameEn: string | null;
  readonly rank: string | null;
  readonly sex: PersonRow['sex'];
}

/*
 * A trainer's own people: themselves, and whoever has a seat in or teaches a cohort that they teach. The tables belong to
 * courses, a later feature; reading them here keeps the question one indexed subquery instead of a list of ids handed around.
 */
const within = (reach: string) => `(${reach}::uuid is null or p.id = ${reach} or exists (
    select from cohort_trainers mine where mine.person_id = ${reach} and mine.role in ('lead', 'co-trainer') and (
      exists (select from enrolments e where e.cohort_id = mine.cohort_id and e.person_id = p.id and e.state <> 'withdrawn')
      or exists (select from cohort_trainers t where t.cohort_id = mine.cohort_id and t.person_id = p.id))))`;

const names = `concat_ws(' ', p.given_name_lo, p.family_name_lo) as "nameLo",
    nullif(concat_ws(' ', p.given_name_en, p.family_name_en), '') as "nameEn"`;
const unitName = `json_build_object('id', u.id, 'code', u.code, 'nameEn', u.name_en, 'nameLo', u.name_lo, 'provinceId', u.province_id)`;

/** $1 is today: a person has at most one posting a day. */
const summaryColumns = `p.id, ${names}, p.rank, p.service_number as "serviceNumber", p.fictional, t.position,
    case when u.id is null then null else ${unitName} end as unit,
    case when a.id is null then null else json_build_object('userName', a.user_name, 'state', a.state,
      'roles', array(select r.role from role_grants r where r.account_id = a.id and r.ended_at is null order by r.granted_at, r.role),
      'cardUntil', to_char((select max(k.expires_at) from activation_codes k where k.account_id = a.id and k.used_at is null
        and k.revoked_at is null and k.expires_at > $2::timestamptz) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as account`;
const summarySource = `
  from persons p
  left join postings t on t.person_id = p.id and t.valid_from <= $1::date and (t.valid_to is null or t.valid_to >= $1::date)
  left join units u on u.id = t.unit_id
  left join accounts a on a.person_id = p.id`;

const postedOn = prepared<{ person_id: string; unit_id: string; position: string | null }>(
  'people-posted-on',
  `select person_id, unit_id, position from postings
   where person_id = any($1::uuid[]) and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)`,
);

@Injectable()
export class PeopleStore {
  constructor(private readonly queries: Queries) {}

  /** In Lao order of the given name. `reach` is the trainer whose own people are meant; null means everybody. */
  list(
    query: PeopleQuery,
    words: readonly string[],
    reach: string | null,
    after: readonly unknown[] | null,
    today: string,
    now: Date,
  ) {
    const { unit, role, state, limit } = query;
    const nowhere = unit === 'none' ? 'and t.unit_id is null' : '';
    // One condition a word: the trigram index serves LIKE, but not LIKE ALL.
    const found = words.map((_, index) => `and p.search_key like $${11 + index}`).join(' ');
    return this.queries.read<PersonListed>(
      `select ${summaryColumns}, array[p.given_name_lo, coalesce(p.family_name_lo, ''), p.id::text] as "order" ${summarySource}
       where ${within('$3')}
         and ($4::uuid is null or t.unit_id in (with recursive below as (
           select id from units where id = $4 union all select c.id from units c join below b on c.parent_id = b.id) select id from below))
         and ($5::text is null or exists (select from role_grants r where r.account_id = a.id and r.role = $5 and r.ended_at is null))
         and ($6::text is null or coalesce(a.state, 'none') = $6)
         and ($7::text is null or (p.given_name_lo collate lao, coalesce(p.family_name_lo, '') collate lao, p.id)
           > ($7 collate lao, $8::text collate lao, $9::uuid))
         ${nowhere} ${found}
       order by p.given_name_lo collate lao, coalesce(p.family_name_lo, '') collate lao, p.id limit $10`,
      [
        today,
        now,
        reach,
        unit === undefined || unit === 'none' ? null : unit,
        role ?? null,
        state ?? null,
        ...(after ?? [null, null, null]),
        limit + 1,
        ...words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
      ],
    );
  }

  async person(id: string, reach: string | null, today: string, now: Date): Promise<PersonFound | null> {
    const rows = await this.queries.read<PersonFound>(
      `select ${summaryColumns}, p.given_name_lo as "givenNameLo", p.family_name_lo as "familyNameLo", p.given_name_en as "givenNameEn",
         p.family_name_en as "familyNameEn", p.sex, p.phone, p.birth_year as "birthYear", p.created_at as "createdAt", p.updated_at as "updatedAt",
         coalesce((select json_agg(json_build_object('id', o.id, 'position', o.position, 'validFrom', o.valid_from, 'validTo', o.valid_to,
           'unit', ${unitName}) order by o.valid_from desc) from postings o join units u on u.id = o.unit_id where o.person_id = p.id), '[]') as postings
       ${summarySource} where ${within('$3')} and p.id = $4`,
      [today, now, reach, id],
    );
    return rows[0] ?? null;
  }

  /** Those of the given persons who are within reach, as lists show them. */
  summaries(ids: readonly string[], reach: string | null, today: string, now: Date): Promise<PersonSummary[]> {
    return this.queries.read(
      `select ${summaryColumns} ${summarySource} where ${within('$3')} and p.id = any($4::uuid[])
       order by p.given_name_lo collate lao, coalesce(p.family_name_lo, '') collate lao, p.id`,
      [today, now, reach, ids],
    );
  }

  names(ids: readonly string[]): Promise<PersonName[]> {
    return this.queries.read(`select p.id, ${names}, p.rank, p.sex from persons p where p.id = any($1::uuid[])`, [ids]);
  }

  async unitsOn(personIds: readonly string[], date: string): Promise<Map<string, string>> {
    const rows = await this.queries.all(postedOn, [personIds, date]);
    return new Map(rows.map((row) => [row.person_id, row.unit_id]));
  }

  row(tx: Tx, id: string): Promise<PersonRow | null> {
    return tx.findOneBy(PersonRow, { id });
  }

  async change(tx: Tx, id: string, change: Partial<PersonRow>): Promise<void> {
    await tx.update(PersonRow, { id }, change);
  }

  /** Which of the user names are taken, by their folded keys. */
  async takenUserNames(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
    const rows: { key: string }[] = await tx.query(
      `select user_name_key as key from accounts where user_name_key = any($1)`,
      [keys],
    );
    return new Set(rows.map((row) => row.key));
  }

  async nextUserNumbers(tx: Tx, count: number): Promise<number[]> {
    const rows: { number: number }[] = await tx.query(
      `select nextval('user_name_numbers') as number from generate_series(1, $1)`,
      [count],
    );
    return rows.map((row) => row.number);
  }

  async userNumbersOf(
    tx: Tx,
    ids: readonly string[],
  ): Promise<{ id: string; serviceNumber: string | null; hasAccount: boolean }[]> {
    return tx.query(
      `select p.id, p.service_number as "serviceNumber", exists (select from accounts a where a.person_id = p.id) as "hasAccount"
       from persons p where p.id = any($1::uuid[])`,
      [ids],
    );
  }
}
