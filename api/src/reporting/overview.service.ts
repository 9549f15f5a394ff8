import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { bestKind, SheetService } from '../certificates/index.js';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import type { Overview } from './overview.contract.js';
import { type CohortName, OverviewStore } from './overview.store.js';

type Decisions = NonNullable<Overview['decisions']>;

/** The figures of the programme as they are now, and what waits for a decision. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly store: OverviewStore,
    private readonly sheets: SheetService,
    private readonly clock: Clock,
  ) {}

  async seenBy(actor: Actor): Promise<Overview> {
    const now = this.clock.now();
    const today = vientianeDay(now);
    const [figures, coverage, decisions] = await Promise.all([
      this.store.figures(today),
      this.store.coverage(today),
      scope(actor, 'certificate.issue') === null ? null : this.decisions(today),
    ]);
    return { asOf: now.toISOString(), decisions, ...figures, coverage };
  }

  private async decisions(today: string): Promise<Decisions> {
    const { graduates, ...waiting } = await this.store.waiting(today);
    return { ...waiting, certificates: await this.meetingTheRules(graduates) };
  }

  /** Whether somebody may be given a certificate is decided in one place; the store has only left out cohorts where nobody can be. */
  private async meetingTheRules(cohorts: readonly CohortName[]): Promise<Decisions['certificates']> {
    const sheets = await Promise.all(cohorts.map(({ id }) => this.sheets.of(id)));
    return sheets
      .map(({ people }, index) => ({
        cohort: cohorts[index]!,
        count: people.filter(({ facts }) => bestKind(facts) === 'completion').length,
      }))
      .filter(({ count }) => count > 0);
  }
}
