import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HealthChecks } from '../db/health-checks.js';
import { Queries } from '../db/queries.js';
import { Storage } from '../storage/storage.js';

/** What must hold of the register, for `doctor`. */
@Injectable()
export class RegisterHealth implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly queries: Queries,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.checks.add(
      { name: 'Certificate numbers have no gap', run: () => this.gaps() },
      { name: 'Every printed certificate is stored and unchanged', run: () => this.files() },
    );
  }

  private async gaps(): Promise<string[]> {
    const rows = await this.queries.read<{ series: string; year: number; last: number; held: number; highest: number }>(
      `select s.series, s.year, s.last_number as last, count(c.id)::int as held, coalesce(max(c.number), 0) as highest
       from certificate_series s left join certificates c on c.series = s.series and c.year = s.year
       group by s.series, s.year having count(c.id) <> s.last_number or coalesce(max(c.number), 0) <> s.last_number`,
    );
    return rows.map(
      (row) =>
        `${row.series} ${row.year}: ${row.last} numbers were given, ${row.held} are on record, the highest is ${row.highest}.`,
    );
  }

  private async files(): Promise<string[]> {
    const faults: string[] = [];
    let after = '';
    for (;;) {
      const rows = await this.queries.read<{ code: string; file_hash: string }>(
        `select code, file_hash from certificates where file_hash is not null and code > $1 order by code limit 500`,
        [after],
      );
      if (rows.length === 0) return faults;
      for (const row of rows)
        if ((await this.storage.read(row.file_hash)) === null)
          faults.push(`The file of ${row.code} is missing or was changed.`);
      after = rows.at(-1)!.code;
    }
  }
}
