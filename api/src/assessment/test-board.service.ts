import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CohortVersionsService } from '../courses/index.js';
import { TestBoard, type TestCard } from '../delivery/index.js';
import { Clock } from '../kernel/clock.js';
import { isRunning, testState } from './attempt.rules.js';
import { AttemptsStore } from './attempts.store.js';

/** The tests on a learner's Today. */
@Injectable()
export class TestBoardService implements OnModuleInit {
  constructor(
    private readonly board: TestBoard,
    private readonly store: AttemptsStore,
    private readonly versions: CohortVersionsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.board.hang((personId, cohortIds) => this.testsOf(personId, cohortIds));
  }

  private async testsOf(personId: string, cohortIds: readonly string[]): Promise<Map<string, TestCard[]>> {
    const [cohorts, attempts, windows] = await Promise.all([
      this.versions.tests(cohortIds),
      this.store.ofPerson(personId, cohortIds),
      this.store.windows(cohortIds),
    ]);
    const now = this.clock.now();
    return new Map(
      [...cohorts].map(([cohortId, tests]) => [
        cohortId,
        tests.map((test) => {
          const own = attempts.filter((one) => one.cohortId === cohortId && one.testCode === test.code);
          const window = windows.find((one) => one.cohortId === cohortId && one.testCode === test.code) ?? null;
          const running = own.find((one) => isRunning(one, now)) ?? null;
          return {
            code: test.code,
            purpose: test.purpose,
            title: test.title,
            minutes: test.minutes,
            questions: test.draw.reduce((sum, rule) => sum + rule.count, 0),
            state: testState(window, own, now),
            attemptId: running?.id ?? own.at(-1)?.id ?? null,
            dueAt: running?.dueAt.toISOString() ?? null,
          };
        }),
      ]),
    );
  }
}
