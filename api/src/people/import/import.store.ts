import { Injectable } from '@nestjs/common';
import { Queries, type Tx } from '../../db/queries.js';
import type { ImportLinesQuery, PeopleImport } from './import.contract.js';
import { ImportLineRow, ImportRow, type Mapping } from './import.rows.js';
import type { Decision, Verdict } from './judge.rules.js';
import type { Counts } from './preview.rules.js';

export type ImportFound = Omit<PeopleImport, 'columns' | 'unit'> & {
  headings: string[];
  mapping: Mapping;
  samples: string[][];
};
export type LineFound = Omit<ImportLineRow, 'importId' | 'person'> & {
  nameLo: string | null;
  nameEn: string | null;
  serviceNumber: string | null;
  rank: string | null;
  unit: PeopleImport['unit'];
};

@Injectable()
export class ImportStore {
  constructor(private readonly queries: Queries) {}

  async found(id: string): Promise<ImportFound | null> {
    const rows = await this.queries.read<ImportFound>(
      `select i.id, i.file_name as "fileName", i.state, i.columns as headings, i.mapping, i.counts, i.mapping->>'postedFrom' as "postedFrom",
         i.created_at as "createdAt", i.confirmed_at as "confirmedAt", l.undecided, l."toWrite", l.added,
         array(select r.cells from import_rows r where r.import_id = i.id order by r.line limit 4) as samples
       from imports i cross join lateral (
         select count(*) filter (where decision = 'undecided') as undecided,
           count(*) filter (where decision in ('take', 'same') and verdict in ('new', 'update', 'duplicate')) as "toWrite",
           count(*) filter (where decision = 'take' and verdict in ('new', 'duplicate')) as added
         from import_rows where import_id = i.id) l
       where i.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  lines(id: string, { verdict, limit }: ImportLinesQuery, after: number): Promise<LineFound[]> {
    return this.queries.read(
      `select r.line, r.verdict, r.decision, r.issues, r.cells, r.person_id as "personId",
         coalesce(r.person->>'nameLo', concat_ws(' ', p.given_name_lo, p.family_name_lo)) as "nameLo",
         r.person->>'nameEn' as "nameEn", coalesce(r.person->>'serviceNumber', p.service_number) as "serviceNumber", r.person->>'rank' as rank,
         case when u.id is null then null else json_build_object('id', u.id, 'code', u.code, 'nameEn', u.name_en, 'nameLo', u.name_lo,
           'provinceId', u.province_id) end as unit
       from import_rows r left join units u on u.id = (r.person->>'unitId')::uuid
       left join persons p on r.person is null and p.id = r.person_id
       where r.import_id = $1 and ($2::text is null or r.verdict = $2) and r.line > $3 order by r.line limit $4`,
      [id, verdict ?? null, after, limit + 1],
    );
  }

  /** The import, held until the transaction ends. */
  held(tx: Tx, id: string): Promise<ImportRow | null> {
    return tx.findOne(ImportRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  cells(tx: Tx, id: string): Promise<Pick<ImportLineRow, 'line' | 'cells' | 'verdict' | 'decision' | 'personId'>[]> {
    return tx.query(
      `select line, cells, verdict, decision, person_id as "personId" from import_rows where import_id = $1 order by line`,
      [id],
    );
  }

  async add(tx: Tx, row: ImportRow, lines: readonly Omit<ImportLineRow, 'importId'>[]): Promise<void> {
    await tx.insert(ImportRow, row as never);
    for (let start = 0; start < lines.length; start += 2_000)
      await tx.query(
        `insert into import_rows (import_id, line, cells, verdict, decision, issues, person, person_id)
         select $1, * from jsonb_to_recordset($2::jsonb) as x("line" integer, "cells" jsonb, "verdict" text, "decision" text, "issues" jsonb,
           "person" jsonb, "personId" uuid)`,
        [row.id, JSON.stringify(lines.slice(start, start + 2_000))],
      );
  }

  async change(
    tx: Tx,
    id: string,
    change: Partial<Pick<ImportRow, 'mapping' | 'counts' | 'state' | 'confirmedAt'>>,
  ): Promise<void> {
    await tx.update(ImportRow, { id }, change as never);
  }

  /** Writes what was judged again; the cells stay. */
  async rejudge(
    tx: Tx,
    id: string,
    lines: readonly Omit<ImportLineRow, 'importId' | 'cells'>[],
    counts: Counts,
  ): Promise<void> {
    for (let start = 0; start < lines.length; start += 2_000)
      await tx.query(
        `update import_rows r set verdict = x."verdict", decision = x."decision", issues = x."issues", person = x."person", person_id = x."personId"
         from jsonb_to_recordset($2::jsonb) as x("line" integer, "verdict" text, "decision" text, "issues" jsonb, "person" jsonb, "personId" uuid)
         where r.import_id = $1 and r.line = x."line"`,
        [id, JSON.stringify(lines.slice(start, start + 2_000))],
      );
    await this.change(tx, id, { counts });
  }

  /** Sets the decision of some lines; whether it may be decided so is the caller's to know. */
  async decide(tx: Tx, id: string, lines: readonly number[], decision: Decision): Promise<void> {
    await tx.query(`update import_rows set decision = $3 where import_id = $1 and line = any($2::integer[])`, [
      id,
      lines,
      decision,
    ]);
  }

  /** The lines meant by a decision, with what is needed to know their choices. */
  async decidable(tx: Tx, id: string, lines: readonly number[] | null) {
    const rows: { line: number; verdict: Verdict; personId: string | null; issues: ImportLineRow['issues'] }[] =
      await tx.query(
        `select line, verdict, person_id as "personId", issues from import_rows
       where import_id = $1 and case when $2::integer[] is null then decision = 'undecided' else line = any($2) end`,
        [id, lines],
      );
    return rows;
  }

  /** After confirmation: who each written line became, and nothing else of what the file said. */
  async empty(tx: Tx, id: string, written: readonly { line: number; personId: string }[]): Promise<void> {
    // An object looked up by line: a join with a list of unknown length was planned as a nested loop, 40 s for 5,000 rows.
    const personByLine = Object.fromEntries(written.map(({ line, personId }) => [line, personId]));
    await tx.query(
      `update import_rows set cells = '[]', person = null, issues = '[]', person_id = ($2::jsonb ->> line::text)::uuid
       where import_id = $1`,
      [id, JSON.stringify(personByLine)],
    );
  }

  /** Previews that nobody came back to, and the lists in them. */
  async forgetOld(tx: Tx, before: Date): Promise<void> {
    await tx.query(
      `delete from import_rows where import_id in (select id from imports where state = 'previewed' and created_at < $1)`,
      [before],
    );
    await tx.query(`update imports set state = 'discarded' where state = 'previewed' and created_at < $1`, [before]);
  }

  async removeLines(tx: Tx, id: string): Promise<void> {
    await tx.delete(ImportLineRow, { importId: id });
  }
}
