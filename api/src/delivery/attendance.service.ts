import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { CurriculaService } from '../curricula/index.js';
import { type AttendanceSummary, attendanceSummary } from './attendance.rules.js';
import { AttendanceStore } from './attendance.store.js';
import { ClassService } from './class.service.js';
import { ClassStore } from './class.store.js';

/** The attendance sheet of a class, and what the marks of each person come to. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly classes: ClassService,
    private readonly store: AttendanceStore,
    private readonly members: ClassStore,
    private readonly curricula: CurriculaService,
  ) {}

  async sheet(actor: Actor, cohortId: string) {
    const cohort = await this.classes.ofTeam(actor, cohortId, 'attendance.read');
    const [people, marks, meets, { rules }] = await Promise.all([
      this.members.members(cohortId),
      this.store.ofCohort(cohortId),
      this.classes.halfDaysOf(cohort),
      this.curricula.outline(cohort.versionId),
    ]);
    const marksOf = Map.groupBy(marks, (mark) => mark.personId);
    const mayMark =
      scope(actor, 'attendance.mark') === 'all' || (scope(actor, 'attendance.mark') === 'own' && cohort.teaches);
    return {
      cohortId,
      code: cohort.code,
      title: cohort.title,
      halfDays: meets,
      people: people.map((person) => {
        const own = marksOf.get(person.personId) ?? [];
        return { ...person, marks: own, summary: attendanceSummary(meets, own) };
      }),
      requiredPercent: rules.attendancePercent,
      allowed: mayMark ? ['mark' as const] : [],
    };
  }

  /** What attendance of everybody with a seat in the cohort comes to, by person: for certificates and reports. */
  async summaries(cohortId: string): Promise<Map<string, AttendanceSummary>> {
    const cohort = await this.classes.any(cohortId);
    const [people, marks, meets] = await Promise.all([
      this.members.members(cohortId),
      this.store.ofCohort(cohortId),
      this.classes.halfDaysOf(cohort),
    ]);
    const marksOf = Map.groupBy(marks, (mark) => mark.personId);
    return new Map(people.map(({ personId }) => [personId, attendanceSummary(meets, marksOf.get(personId) ?? [])]));
  }
}
