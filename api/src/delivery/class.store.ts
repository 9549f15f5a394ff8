import { Injectable } from '@nestjs/common';
import { type Prepared, Queries, type Tx, prepared } from '../db/queries.js';

export interface Seat {
  readonly cohortId: string;
  readonly versionId: string;
}

export interface TaughtClass {
  readonly id: string;
  readonly code: string;
  readonly title: { readonly en: string; readonly lo: string | null };
  readonly versionId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface ClassMember {
  readonly personId: string;
  readonly nameLo: string;
  readonly nameEn: string | null;
  readonly rank: string | null;
  readonly unitLo: string | null;
  readonly unitEn: string | null;
}

export interface ClassSession {
  readonly id: string;
  readonly date: string;
  readonly startsMinute: number;
  readonly minutes: number;
  readonly kind: 'opening' | 'module' | 'test' | 'break' | 'lunch' | 'closing';
  readonly moduleCode: string | null;
  readonly testCode: string | null;
  readonly titleEn: string;
  readonly titleLo: string | null;
  readonly part: number;
}

/** The states of an enrolment in which a person sits in the class: they learn, are marked and are tested. */
const seated = `('confirmed', 'completed', 'incomplete')`;

const seats = prepared<{ cohortId: string; versionId: string }>(
  'class-seats',
  `select e.cohort_id as "cohortId", c.version_id as "versionId" from enrolments e join cohorts c on c.id = e.cohort_id
   where e.person_id = $1 and e.cohort_id = any($2::uuid[]) and e.state in ${seated} and c.state <> 'cancelled'`,
);
const taught = prepared<TaughtClass & { teaches: boolean; onTeam: boolean }>(
  'class-taught',
  `select c.id, c.code, jsonb_build_object('en', c.title_en, 'lo', c.title_lo) as title, c.version_id as "versionId", c.starts_on as "startsOn", c.ends_on as "endsOn",
     coalesce(t.role in ('lead', 'co-trainer'), false) or coalesce(c.created_by = $2, false) as teaches,
     t.role is not null or coalesce(c.created_by = $2, false) as "onTeam"
   from cohorts c left join cohort_trainers t on t.cohort_id = c.id and t.person_id = $2
   where c.id = any($1::uuid[]) and c.state <> 'cancelled'`,
);
const sessions = prepared<ClassSession & { cohortId: string }>(
  'class-sessions',
  `select s.cohort_id as "cohortId", s.id, s.date, s.starts_minute as "startsMinute", s.minutes, s.kind,
     s.module_code as "moduleCode", s.test_code as "testCode", s.title_en as "titleEn", s.title_lo as "titleLo", s.part
   from timetable_sessions s where s.cohort_id = any($1::uuid[]) order by s.date, s.starts_minute`,
);
const members = prepared<ClassMember>(
  'class-members',
  `select e.person_id as "personId", trim(p.given_name_lo || ' ' || coalesce(p.family_name_lo, '')) as "nameLo",
     nullif(trim(coalesce(p.given_name_en, '') || ' ' || coalesce(p.family_name_en, '')), '') as "nameEn",
     coalesce(e.rank_at_enrolment, p.rank) as rank, u.name_lo as "unitLo", u.name_en as "unitEn"
   from enrolments e join persons p on p.id = e.person_id left join units u on u.id = e.unit_id
   where e.cohort_id = $1 and e.state in ${seated}
   order by p.given_name_lo collate lao, p.family_name_lo collate lao, p.id`,
);
const seatedPeople = prepared<{ cohortId: string; personId: string }>(
  'class-seated',
  `select cohort_id as "cohortId", person_id as "personId" from enrolments
   where cohort_id = any($1::uuid[]) and person_id = any($2::uuid[]) and state in ${seated}`,
);

/** What the class needs to know of its cohort: who sits in it, who teaches it, when it meets. */
@Injectable()
export class ClassStore {
  constructor(private readonly queries: Queries) {}

  /** Of the given cohorts, those in which the person has a seat. */
  seatsOf(tx: Tx, personId: string, cohortIds: readonly string[]): Promise<Seat[]> {
    return this.queries.within(tx, seats, [personId, cohortIds]);
  }

  /** The given cohorts that exist, and whether the person may mark and test in them. */
  classesFor(personId: string | null, cohortIds: readonly string[], tx?: Tx) {
    return this.ask(tx, taught, [cohortIds, personId]);
  }

  sessions(cohortIds: readonly string[], tx?: Tx) {
    return this.ask(tx, sessions, [cohortIds]);
  }

  members(cohortId: string): Promise<ClassMember[]> {
    return this.queries.all(members, [cohortId]);
  }

  seatedAmong(tx: Tx, cohortIds: readonly string[], personIds: readonly string[]) {
    return this.queries.within(tx, seatedPeople, [cohortIds, personIds]);
  }

  /** Within a transaction its own connection is asked. */
  private ask<Row extends object>(
    tx: Tx | undefined,
    statement: Prepared<Row>,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return tx === undefined ? this.queries.all(statement, values) : this.queries.within(tx, statement, values);
  }
}
