import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { ResultsService } from '../assessment/index.js';
import { type CohortFacts, CohortRecordService, CohortVersionsService, MembershipService } from '../courses/index.js';
import { CurriculaService, type Outline } from '../curricula/index.js';
import { AttendanceService, type AttendanceSummary } from '../delivery/index.js';
import { Config } from '../config.js';
import type { EligibilitySheet } from './certificates.contract.js';
import { refuseCertificate } from './certificates.failures.js';
import { CertificatesStore, type HeldCertificate } from './certificates.store.js';
import { checkAddress } from './check-address.rules.js';
import { bestKind, type EligibilityFacts, obstaclesTo } from './eligibility.rules.js';
import type { GraduateFacts } from './snapshot.rules.js';

/** A cohort with everything that decides about its certificates. */
export interface CohortSheet {
  readonly cohort: CohortFacts;
  readonly outline: Outline;
  /** Those the class has, which after an upgrade may be of another version than it is. */
  readonly tests: Outline['tests'];
  readonly people: readonly {
    readonly graduate: GraduateFacts;
    readonly attendance: AttendanceSummary;
    readonly certificate: HeldCertificate | null;
    readonly facts: EligibilityFacts;
  }[];
}

const noAttendance: AttendanceSummary = { attended: 0, of: 0, percent: 0, late: 0, excused: 0, absent: 0, unmarked: 0 };

/** Who of a cohort may be given what, and why not. */
@Injectable()
export class SheetService {
  constructor(
    private readonly members: MembershipService,
    private readonly records: CohortRecordService,
    private readonly attendance: AttendanceService,
    private readonly results: ResultsService,
    private readonly versions: CohortVersionsService,
    private readonly curricula: CurriculaService,
    private readonly store: CertificatesStore,
    private readonly config: Config,
  ) {}

  /** For whoever may see the results of the cohort. */
  async seenBy(actor: Actor, cohortId: string): Promise<EligibilitySheet> {
    await this.members.readable(actor, 'result.read', cohortId);
    const { cohort, outline, tests, people } = await this.of(cohortId);
    const { id, code, titleLo, titleEn, state, startsOn, endsOn, yearEstimated } = cohort;
    return {
      cohort: { id, code, titleLo, titleEn, state, startsOn, endsOn, yearEstimated },
      checkedAt: checkAddress(this.config.publicUrl),
      requiredPercent: outline.rules.attendancePercent,
      passPercent: tests.find(({ purpose }) => purpose === 'post-test')?.pass_percent ?? null,
      people: people.map(({ graduate, attendance: { attended, of, percent }, certificate, facts }) => ({
        ...graduate,
        attendance: { attended, of, percent },
        postTest: facts.postTest,
        mayReceive: bestKind(facts),
        obstacles: obstaclesTo('completion', facts),
        certificate,
      })),
      allowed: [
        ...(scope(actor, 'certificate.issue') === null ? [] : ['issue' as const]),
        ...(scope(actor, 'certificate.download') === null ? [] : ['download' as const]),
      ],
    };
  }

  /** Everybody with a seat, without asking who wants to know. */
  async of(cohortId: string): Promise<CohortSheet> {
    const cohort = await this.records.facts(cohortId);
    if (cohort.state === 'cancelled') throw refuseCertificate('certificate.cohort_missing');
    const [outline, tests, summaries, results, roster, held] = await Promise.all([
      this.curricula.outline(cohort.versionId),
      this.versions.testsOf(cohortId),
      this.attendance.summaries(cohortId),
      this.results.bestOf(cohortId),
      this.members.roster(cohortId),
      this.store.heldIn(cohortId),
    ]);
    const postTests = new Set(tests.filter(({ purpose }) => purpose === 'post-test').map(({ code }) => code));
    const heldBy = new Map(held.map(({ personId, ...certificate }) => [personId, certificate]));
    return {
      cohort,
      outline,
      tests,
      people: roster.map(({ personId, nameLo, nameEn, rank, unit }) => {
        const attendance = summaries.get(personId) ?? noAttendance;
        const certificate = heldBy.get(personId) ?? null;
        const taken = results.get(personId)?.filter(({ testCode }) => postTests.has(testCode)) ?? [];
        const test = taken.find(({ passed }) => passed) ?? taken[0];
        return {
          graduate: { personId, nameLo, nameEn, rank, unitLo: unit?.nameLo ?? null, unitEn: unit?.nameEn ?? null },
          attendance,
          certificate,
          facts: {
            cohortClosed: cohort.state === 'closed',
            seated: true,
            issued: certificate !== null,
            attendance,
            requiredPercent: outline.rules.attendancePercent,
            postTest: test === undefined ? null : { percent: test.percent, passed: test.passed },
            hasPostTest: postTests.size > 0,
          },
        };
      }),
    };
  }
}
