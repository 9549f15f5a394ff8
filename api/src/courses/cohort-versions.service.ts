import { Injectable } from '@nestjs/common';
import { CurriculaService, type Outline } from '../curricula/index.js';
import type { Tx } from '../db/queries.js';
import { type CohortVersions, placed, shownVersions } from './cohort-versions.rules.js';
import { CohortVersionsStore } from './cohort-versions.store.js';
import { refuseCourse } from './courses.failures.js';

/** A test as a class has it. */
export type CohortTest = Outline['tests'][number] & {
  readonly versionId: string;
  /** The outline of the version that the test is of. */
  readonly outline: Outline;
};

/** Which version a class has of each module and test. Every feature that shows content to a class asks here. */
@Injectable()
export class CohortVersionsService {
  constructor(
    private readonly store: CohortVersionsStore,
    private readonly curricula: CurriculaService,
  ) {}

  /** By cohort; those that do not exist are left out. Within a transaction its own connection is asked. */
  async of(cohortIds: readonly string[], tx?: Tx): Promise<Map<string, CohortVersions>> {
    if (cohortIds.length === 0) return new Map();
    return new Map((await this.store.of(cohortIds, tx)).map((versions) => [versions.cohortId, versions]));
  }

  async ofCohort(cohortId: string): Promise<CohortVersions> {
    const versions = (await this.of([cohortId])).get(cohortId);
    if (versions === undefined) throw refuseCourse('cohort.missing');
    return versions;
  }

  /** The tests of each cohort, each of the version that the cohort has of it. */
  async tests(cohortIds: readonly string[]): Promise<Map<string, CohortTest[]>> {
    const cohorts = await this.of(cohortIds);
    const ids = [...new Set([...cohorts.values()].flatMap(shownVersions))];
    const outlines = new Map(await Promise.all(ids.map(async (id) => [id, await this.curricula.outline(id)] as const)));
    const testsOf = (id: string) => outlines.get(id)!.tests;
    return new Map(
      [...cohorts].map(([cohortId, versions]) => [
        cohortId,
        placed(versions, 'test', testsOf).map((test) => ({ ...test, outline: outlines.get(test.versionId)! })),
      ]),
    );
  }

  async testsOf(cohortId: string): Promise<CohortTest[]> {
    return (await this.tests([cohortId])).get(cohortId) ?? [];
  }

  /** Keeps the cohort on its version until the transaction ends: an upgrade waits. */
  hold(tx: Tx, cohortId: string): Promise<void> {
    return this.store.hold(tx, cohortId);
  }
}
