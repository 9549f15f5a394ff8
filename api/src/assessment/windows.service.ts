import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { CohortVersionsService, OpenedTests } from '../courses/index.js';
import { Queries } from '../db/queries.js';
import { ClassService, ClassStore, type TeamClass } from '../delivery/index.js';
import { Clock } from '../kernel/clock.js';
import { refuseAssessment } from './assessment.failures.js';
import { isRunning } from './attempt.rules.js';
import { AttemptsStore, type StoredAttempt } from './attempts.store.js';
import { MarkingService } from './marking.service.js';

/** Opening and closing the tests of a class, and who has taken them. */
@Injectable()
export class WindowsService implements OnModuleInit {
  constructor(
    private readonly queries: Queries,
    private readonly store: AttemptsStore,
    private readonly marking: MarkingService,
    private readonly classes: ClassService,
    private readonly members: ClassStore,
    private readonly versions: CohortVersionsService,
    private readonly openedTests: OpenedTests,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.openedTests.answerWith((cohortId, tx) => this.store.opened(cohortId, tx));
  }

  async tests(actor: Actor, cohortId: string) {
    const cohort = await this.classes.ofTeam(actor, cohortId, 'result.read');
    const [tests, people, attempts, windows] = await Promise.all([
      this.versions.testsOf(cohortId),
      this.members.members(cohortId),
      this.store.ofCohort(cohortId),
      this.store.windows([cohortId]),
    ]);
    const now = this.clock.now();
    const mayOpen = this.mayOpen(actor, cohort);
    return {
      tests: tests.map((test) => {
        const window = windows.find((one) => one.testCode === test.code) ?? null;
        const isOpen = window !== null && window.closedAt === null;
        return {
          code: test.code,
          purpose: test.purpose,
          title: test.title,
          minutes: test.minutes,
          passPercent: test.pass_percent,
          questions: test.draw.reduce((sum, rule) => sum + rule.count, 0),
          state: window === null ? ('never-open' as const) : isOpen ? ('open' as const) : ('closed' as const),
          openedAt: window?.openedAt ?? null,
          closedAt: window?.closedAt ?? null,
          people: people.map((person) => ({
            ...person,
            attempts: attempts
              .filter((one) => one.personId === person.personId && one.testCode === test.code)
              .map((one) => ({ ...one, state: sittingState(one, now) })),
          })),
          allowed: mayOpen ? [isOpen ? ('close' as const) : ('open' as const)] : [],
        };
      }),
    };
  }

  async open(actor: Actor, cohortId: string, testCode: string): Promise<void> {
    await this.teaching(actor, cohortId, testCode);
    await this.queries.transaction(async (tx) => {
      // An upgrade leaves an opened test where it is: it must see this one or come before it.
      await this.versions.hold(tx, cohortId);
      if (!(await this.store.openWindow(tx, cohortId, testCode, this.clock.now(), actor.personId)))
        throw refuseAssessment('test.already_open');
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'test.opened',
        subjectKind: 'cohort',
        subjectId: cohortId,
        details: { test: testCode },
      });
    });
  }

  /** Closes the test for everybody: what was not sent is marked as it stands, and results can be seen. */
  async close(actor: Actor, cohortId: string, testCode: string): Promise<void> {
    await this.teaching(actor, cohortId, testCode);
    await this.queries.transaction(async (tx) => {
      const attempts = await this.store.closeWindow(tx, cohortId, testCode, this.clock.now(), actor.personId);
      if (attempts === null) throw refuseAssessment('test.not_open');
      const changes = await this.marking.mark(tx, attempts);
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'test.closed',
        subjectKind: 'cohort',
        subjectId: cohortId,
        details: {
          test: testCode,
          attempts: attempts.length,
          marked: changes.map(({ attemptId, before, after }) => ({ attempt: attemptId, before, percent: after })),
        },
      });
    });
  }

  /** Lets the answers that came after the time count, for one attempt. */
  async acceptLate(actor: Actor, attemptId: string): Promise<void> {
    const cohortId = await this.store.cohortOf(attemptId);
    if (cohortId === null) throw refuseAssessment('attempt.unknown');
    const cohort = await this.classes.ofTeam(actor, cohortId, 'test.open');
    if (!this.mayOpen(actor, cohort)) throw refuseAssessment('attempt.unknown');
    await this.queries.transaction(async (tx) => {
      if (!(await this.store.acceptLate(tx, attemptId, this.clock.now(), actor.personId)))
        throw refuseAssessment('attempt.nothing_late');
      const [change] = await this.marking.mark(tx, [attemptId]);
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'attempt.late_accepted',
        subjectKind: 'attempt',
        subjectId: attemptId,
        details: { before: change?.before ?? null, percent: change?.after ?? null },
      });
    });
  }

  private async teaching(actor: Actor, cohortId: string, testCode: string): Promise<void> {
    const cohort = await this.classes.ofTeam(actor, cohortId, 'test.open');
    const tests = await this.versions.testsOf(cohortId);
    if (!this.mayOpen(actor, cohort) || !tests.some((test) => test.code === testCode))
      throw refuseAssessment('test.unknown');
  }

  private mayOpen(actor: Actor, cohort: TeamClass): boolean {
    return scope(actor, 'test.open') === 'all' || cohort.teaches;
  }
}

function sittingState(attempt: StoredAttempt, now: Date) {
  if (attempt.closedAt !== null) return 'closed' as const;
  if (attempt.submittedAt !== null) return 'sent' as const;
  return isRunning(attempt, now) ? ('running' as const) : ('overdue' as const);
}
