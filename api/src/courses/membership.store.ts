import { Injectable } from '@nestjs/common';
import { Queries, prepared } from '../db/queries.js';
import type { CohortState } from './cohort-states.rules.js';
import type { EnrolmentState } from './enrolment-states.rules.js';
import type { Ties } from './membership.rules.js';
import { nameEnOf, nameLoOf, unitLabelOf } from './person-columns.js';

/** What ties a person to a cohort, with what is asked in the same breath. */
export interface Membership extends Ties {
  cohortId: string;
  state: CohortState;
  versionId: string;
  startsOn: string;
  endsOn: string;
  enrolmentId: string | null;
}

/** A class in which a person has a seat, or had one. */
export interface TraineeCohort {
  cohortId: string;
  code: string;
  titleEn: string;
  titleLo: string | null;
  state: CohortState;
  versionId: string;
  version: string;
  curriculumCode: string;
  startsOn: string;
  endsOn: string;
  yearEstimated: boolean;
  venueLo: string;
  venueEn: string | null;
  enrolmentId: string;
  enrolmentState: EnrolmentState;
}

/** One who has a seat, named as on the day of nomination. */
export interface RosterEntry {
  enrolmentId: string;
  personId: string;
  nameLo: string;
  nameEn: string | null;
  sex: 'female' | 'male' | 'not_stated';
  rank: string | null;
  unit: { id: string; nameEn: string; nameLo: string } | null;
  state: EnrolmentState;
}

/** Asked on every fact and every page of a class: one row, three lookups by key. */
const membership = prepared<Membership>(
  'cohort-membership',
  `select c.id as "cohortId", c.state, c.version_id as "versionId", c.starts_on as "startsOn", c.ends_on as "endsOn",
     coalesce(c.created_by = $2, false) as "isPlanner", t.role as "teamRole", e.id as "enrolmentId", e.state as "enrolmentState"
   from cohorts c left join cohort_trainers t on t.cohort_id = c.id and t.person_id = $2
     left join enrolments e on e.cohort_id = c.id and e.person_id = $2
   where c.id = $1`,
);

const cohortsOfTrainee = prepared<TraineeCohort>(
  'cohorts-of-trainee',
  `select c.id as "cohortId", c.code, c.title_en as "titleEn", c.title_lo as "titleLo", c.state, c.version_id as "versionId", v.version, u.code as "curriculumCode",
     c.starts_on as "startsOn", c.ends_on as "endsOn", c.year_estimated as "yearEstimated", c.venue_lo as "venueLo", c.venue_en as "venueEn",
     e.id as "enrolmentId", e.state as "enrolmentState"
   from enrolments e join cohorts c on c.id = e.cohort_id join curriculum_versions v on v.id = c.version_id join curricula u on u.id = v.curriculum_id
   where e.person_id = $1 and e.state in ('confirmed', 'completed', 'incomplete') and c.state <> 'cancelled'
   order by c.starts_on desc, c.id desc`,
);

const roster = prepared<RosterEntry>(
  'cohort-roster',
  `select e.id as "enrolmentId", e.person_id as "personId", ${nameLoOf('p')} as "nameLo", ${nameEnOf('p')} as "nameEn", p.sex,
     e.rank_at_enrolment as rank, ${unitLabelOf('u')} as unit, e.state
   from enrolments e join persons p on p.id = e.person_id left join units u on u.id = e.unit_id
   where e.cohort_id = $1 and e.state in ('confirmed', 'completed', 'incomplete')
   order by p.given_name_lo collate lao, coalesce(p.family_name_lo, '') collate lao, p.id`,
);

export interface CohortRecord {
  id: string;
  code: string;
  state: CohortState;
  titleEn: string;
  titleLo: string | null;
  versionId: string;
  version: string;
  series: string;
  startsOn: string;
  endsOn: string;
  yearEstimated: boolean;
  venueEn: string | null;
  venueLo: string;
  province: { nameEn: string; nameLo: string } | null;
  project: { code: string; titleEn: string; titleLo: string | null };
  donor: { code: string; nameEn: string; nameLo: string | null };
  trainers: {
    personId: string;
    nameLo: string;
    nameEn: string | null;
    rank: string | null;
    role: 'lead' | 'co-trainer';
  }[];
}

@Injectable()
export class MembershipStore {
  constructor(private readonly queries: Queries) {}

  membership(cohortId: string, personId: string): Promise<Membership | null> {
    return this.queries.one(membership, [cohortId, personId]);
  }

  cohortsOfTrainee(personId: string): Promise<TraineeCohort[]> {
    return this.queries.all(cohortsOfTrainee, [personId]);
  }

  roster(cohortId: string): Promise<RosterEntry[]> {
    return this.queries.all(roster, [cohortId]);
  }

  async record(cohortId: string): Promise<CohortRecord | null> {
    const [found] = await this.queries.read<CohortRecord>(
      `select c.id, c.code, c.state, c.title_en as "titleEn", c.title_lo as "titleLo", c.version_id as "versionId", w.version, w.series,
         c.starts_on as "startsOn", c.ends_on as "endsOn", c.year_estimated as "yearEstimated", c.venue_en as "venueEn", c.venue_lo as "venueLo",
         case when v.id is null then null else jsonb_build_object('nameEn', v.name_en, 'nameLo', v.name_lo) end as province,
         jsonb_build_object('code', j.code, 'titleEn', j.title_en, 'titleLo', j.title_lo) as project,
         jsonb_build_object('code', d.code, 'nameEn', d.name_en, 'nameLo', d.name_lo) as donor,
         coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'nameLo', ${nameLoOf('p')}, 'nameEn', ${nameEnOf('p')}, 'rank', p.rank, 'role', t.role)
           order by t.role = 'lead' desc, p.given_name_lo collate lao)
           from cohort_trainers t join persons p on p.id = t.person_id where t.cohort_id = c.id and t.role in ('lead', 'co-trainer')), '[]') as trainers
       from cohorts c join courses k on k.id = c.course_id join projects j on j.id = k.project_id join donors d on d.id = j.donor_id
         join curriculum_versions w on w.id = c.version_id left join provinces v on v.id = c.province_id
       where c.id = $1`,
      [cohortId],
    );
    return found ?? null;
  }
}
