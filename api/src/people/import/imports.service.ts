import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { vientianeDay } from '../../kernel/dates.js';
import { newId } from '../../kernel/ids.js';
import { AuditService } from '../../audit/audit.service.js';
import { Queries, type Tx } from '../../db/queries.js';
import { fromCursor, pageOf } from '../../http/contract.js';
import { Limits } from '../../http/limits.js';
import { PlacesService } from '../../places/index.js';
import { RosterService } from '../roster.service.js';
import { RosterStore } from '../roster.store.js';
import { proposedFields } from './columns.rules.js';
import { headingsOf } from './heading-rows.rules.js';
import type {
  ImportConfirmation,
  ImportDecisions,
  ImportLinesQuery,
  ImportMapping,
  PeopleImport,
} from './import.contract.js';
import { refuseImport } from './import.failures.js';
import type { ImportRow, Mapping } from './import.rows.js';
import { ImportStore } from './import.store.js';
import { type JudgedRow, choices, planOf, rowJudge } from './judge.rules.js';
import { countsOf, toLine, withDecisions } from './preview.rules.js';
import { bounds, readTable } from './table.source.js';

const perPerson = { name: 'import', most: 30, seconds: 600 };
const keepPreviews = 7 * 86_400_000;

type Line = { readonly line: number; readonly cells: readonly string[] };

/** Lists of people: previewed row by row, then written all together or not at all. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: ImportStore,
    private readonly roster: RosterService,
    private readonly rosterStore: RosterStore,
    private readonly places: PlacesService,
    private readonly limits: Limits,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Reads a file and previews it with the columns as their headings suggest. Writes nothing but the preview. */
  async preview(
    by: string | null,
    fileName: string,
    file: Buffer,
    unitId: string | null = null,
  ): Promise<PeopleImport> {
    if (by !== null) await this.limits.count(perPerson, by);
    const { rows, sheet } = await readTable(file);
    const { headings, above } = headingsOf(rows.map((row) => row.cells));
    const lines = rows.slice(above);
    if (lines.length === 0) throw refuseImport('import.empty');
    if (lines.length > bounds.rows) throw refuseImport('import.too_many_rows', { most: bounds.rows });
    const name = sheet === null ? fileName.slice(0, 200) : `${fileName.slice(0, 160)} · ${sheet.slice(0, 31)}`;
    const mapping: Mapping = { fields: proposedFields(headings), unitId, postedFrom: null };
    const now = this.clock.now();
    const id = newId();
    await this.queries.transaction(async (tx) => {
      await this.store.forgetOld(tx, new Date(now.getTime() - keepPreviews));
      const judged = (await this.judge(tx, mapping, lines)).map((row) => toLine(row));
      const cellsOf = new Map(lines.map((row) => [row.line, [...row.cells]]));
      const row: ImportRow = {
        id,
        fileName: name,
        columns: [...headings],
        mapping,
        state: 'previewed',
        counts: countsOf(judged),
        createdBy: by,
        createdAt: now,
        confirmedAt: null,
      };
      await this.store.add(
        tx,
        row,
        judged.map((line) => ({ ...line, cells: cellsOf.get(line.line)! })),
      );
    });
    return this.import(id);
  }

  async import(id: string): Promise<PeopleImport> {
    const found = await this.store.found(id);
    if (found === null) throw refuseImport('import.missing');
    const { headings, mapping, samples, ...rest } = found;
    const [unit] = mapping.unitId === null ? [] : await this.places.unitNames([mapping.unitId]);
    const columns = headings.map((heading, index) => ({
      heading,
      samples: samples.map((cells) => cells[index] ?? '').filter((cell) => cell !== ''),
      field: mapping.fields[index] ?? null,
    }));
    return { ...rest, columns, unit: unit ?? null };
  }

  async lines(id: string, query: ImportLinesQuery) {
    if ((await this.store.found(id)) === null) throw refuseImport('import.missing');
    const after = Number(fromCursor(query.after, 1)?.[0] ?? 0) || 0;
    const { items, next } = pageOf(await this.store.lines(id, query, after), query.limit, (row) => [row.line]);
    return { items: items.map((row) => ({ ...row, choices: choices(row) })), next };
  }

  /** Reads the columns another way. Decisions about rows whose verdict stays are kept. */
  async map(id: string, input: ImportMapping): Promise<PeopleImport> {
    const named = input.fields.filter((field) => field !== null);
    if (new Set(named).size < named.length) throw refuseImport('import.field_twice');
    if (input.unitId !== null) await this.places.openUnit(input.unitId, vientianeDay(this.clock.now()));
    await this.queries.transaction(async (tx) => {
      await this.open(tx, id);
      const rows = await this.store.cells(tx, id);
      const judged = withDecisions(await this.judge(tx, input, rows), rows);
      await this.store.change(tx, id, { mapping: input });
      await this.store.rejudge(tx, id, judged, countsOf(judged));
    });
    return this.import(id);
  }

  async decide(id: string, { decision, lines }: ImportDecisions): Promise<PeopleImport> {
    await this.queries.transaction(async (tx) => {
      await this.open(tx, id);
      const rows = await this.store.decidable(tx, id, lines === 'undecided' ? null : lines);
      const fitting = rows.filter((row) => choices(row).includes(decision));
      if (lines !== 'undecided' && fitting.length < lines.length) throw refuseImport('import.choice_unknown');
      await this.store.decide(
        tx,
        id,
        fitting.map((row) => row.line),
        decision,
      );
    });
    return this.import(id);
  }

  /**
   * Writes every row that is taken, in one transaction. Everything is judged once more under the roster lock: when somebody changed
   * the people on record since the preview, nothing is written and the new preview is kept. Confirming again changes nothing.
   */
  async confirm(id: string, by: string | null, { leaveOutErrors }: ImportConfirmation): Promise<PeopleImport> {
    const outcome = await this.queries.transaction(async (tx) => {
      await this.rosterStore.lock(tx);
      const held = await this.store.held(tx, id);
      if (held === null) throw refuseImport('import.missing');
      if (held.state === 'confirmed') return 'done';
      if (held.state === 'discarded') throw refuseImport('import.closed');
      const rows = await this.store.cells(tx, id);
      const judged = await this.judge(tx, held.mapping, rows);
      const lines = withDecisions(judged, rows);
      const before = new Map(rows.map((row) => [row.line, `${row.verdict} ${row.personId}`]));
      if (lines.some((line) => before.get(line.line) !== `${line.verdict} ${line.personId}`)) {
        await this.store.rejudge(tx, id, lines, countsOf(lines));
        return 'changed';
      }
      if (lines.some((line) => line.decision === 'undecided')) throw refuseImport('import.undecided');
      if (held.counts.error > 0 && !leaveOutErrors)
        throw refuseImport('import.has_errors', { rows: held.counts.error });
      const planned = judged.flatMap((row, index) => {
        const plan = planOf(row, lines[index]!.decision);
        return plan === null ? [] : [{ line: row.line, plan }];
      });
      const ids = await this.roster.write(
        tx,
        planned.map(({ plan }) => plan),
      );
      await this.store.empty(
        tx,
        id,
        planned.map(({ line }, index) => ({ line, personId: ids[index]! })),
      );
      await this.store.change(tx, id, { state: 'confirmed', confirmedAt: this.clock.now() });
      const created = planned.filter(({ plan }) => plan.kind === 'create').length;
      const details = { rows: rows.length, created, changed: planned.length - created };
      await this.audit.append(tx, {
        actorId: by,
        action: 'people.imported',
        subjectKind: 'import',
        subjectId: id,
        details,
      });
      return 'done';
    });
    if (outcome === 'changed') throw refuseImport('import.changed');
    return this.import(id);
  }

  /** Forgets the list. A confirmed import stays as it is. */
  async discard(id: string): Promise<void> {
    await this.queries.transaction(async (tx) => {
      const held = await this.store.held(tx, id);
      if (held === null) throw refuseImport('import.missing');
      if (held.state === 'confirmed') throw refuseImport('import.closed');
      await this.store.removeLines(tx, id);
      await this.store.change(tx, id, { state: 'discarded' });
    });
  }

  private async open(tx: Tx, id: string): Promise<ImportRow> {
    const held = await this.store.held(tx, id);
    if (held === null) throw refuseImport('import.missing');
    if (held.state !== 'previewed') throw refuseImport('import.closed');
    return held;
  }

  private async judge(tx: Tx, mapping: Mapping, lines: readonly Line[]): Promise<JudgedRow[]> {
    const today = vientianeDay(this.clock.now());
    const everybody = await this.rosterStore.everybody(tx, today);
    const judge = rowJudge({ ...mapping, today, everybody, units: await this.places.unitNames() });
    const judged: JudgedRow[] = [];
    for (const [index, row] of lines.entries()) {
      // Others are served in between: twenty thousand rows take a second or two.
      if (index % 250 === 249) await setImmediate();
      judged.push(judge(row.line, row.cells));
    }
    return judged;
  }
}
