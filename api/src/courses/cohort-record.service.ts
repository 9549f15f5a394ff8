import { Injectable } from '@nestjs/common';
import { refuseCourse } from './courses.failures.js';
import { type CohortRecord, MembershipStore } from './membership.store.js';
import { taughtMinutes } from './timetable.rules.js';
import { TimetableStore } from './timetable.store.js';

/** What a certificate or a report says about a class. */
export interface CohortFacts extends CohortRecord {
  /** The days with sessions. */
  readonly days: readonly string[];
  readonly taughtMinutes: number;
  /** Taught hours, whole, and never none: what is printed on a certificate. */
  readonly hours: number;
}

/** The class on record, for the features that certify and report. */
@Injectable()
export class CohortRecordService {
  constructor(
    private readonly store: MembershipStore,
    private readonly timetables: TimetableStore,
  ) {}

  async facts(cohortId: string): Promise<CohortFacts> {
    const [record, sessions] = await Promise.all([this.store.record(cohortId), this.timetables.sessions(cohortId)]);
    if (record === null) throw refuseCourse('cohort.missing');
    const minutes = taughtMinutes(sessions);
    return {
      ...record,
      days: [...new Set(sessions.map(({ date }) => date))],
      taughtMinutes: minutes,
      hours: Math.max(1, Math.round(minutes / 60)),
    };
  }
}
