import type { TestCard } from './learning.contract.js';

type Reader = (personId: string, cohortIds: readonly string[]) => Promise<ReadonlyMap<string, readonly TestCard[]>>;

/** Where the tests on a learner's page come from: the assessment feature, which knows this one, hangs them here. */
export class TestBoard {
  private reader: Reader | null = null;

  hang(reader: Reader): void {
    if (this.reader !== null) throw new Error('The tests on Today come from two places');
    this.reader = reader;
  }

  /** Cohort id → what the person sees of its tests. */
  async testsOf(personId: string, cohortIds: readonly string[]): Promise<ReadonlyMap<string, readonly TestCard[]>> {
    return this.reader === null ? new Map() : this.reader(personId, cohortIds);
  }
}
