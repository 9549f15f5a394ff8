import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HealthChecks } from '../db/health-checks.js';
import { Queries } from '../db/queries.js';
import { seatedStates } from './enrolment-states.rules.js';

/** What must hold of seats, for `doctor`. */
@Injectable()
export class SeatsHealth implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly queries: Queries,
  ) {}

  onModuleInit(): void {
    this.checks.add({ name: 'Every cohort counts its seats right and none is overbooked', run: () => this.seats() });
  }

  private async seats(): Promise<string[]> {
    const rows = await this.queries.read<{ code: string; seats: number; taken: number; seated: number }>(
      `select c.code, c.seats, c.seats_taken as taken, count(e.id)::int as seated
       from cohorts c left join enrolments e on e.cohort_id = c.id and e.state = any($1)
       group by c.id having count(e.id) <> c.seats_taken or count(e.id) > c.seats`,
      [seatedStates],
    );
    return rows.map(
      (row) => `${row.code}: ${row.seated} people have a seat, ${row.taken} are counted, there are ${row.seats}.`,
    );
  }
}
