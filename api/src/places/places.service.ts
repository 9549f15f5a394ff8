import { readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { newId } from '../kernel/ids.js';
import { searchKey } from '../kernel/text.js';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { Queries, type Tx } from '../db/queries.js';
import { fromCursor, pageOf } from '../http/contract.js';
import type {
  Closure,
  NewClass,
  NewUnit,
  ProvinceChange,
  Unit,
  UnitChange,
  UnitName,
  UnitQuery,
} from './places.contract.js';
import { refusePlace } from './places.failures.js';
import type { UnitRow } from './places.rows.js';
import { beforeRecords, mayStandBelow, unitSearchKey } from './places.rules.js';
import { PlacesStore, type UnitFound } from './places.store.js';
import { type GeographyLine, referenceOf } from './reference.rules.js';

/** Provinces and the tree of units: ministries, departments, checkpoints. */
@Injectable()
export class PlacesService implements OnModuleInit {
  constructor(
    private readonly queries: Queries,
    private readonly store: PlacesStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Every program that starts finds the reference data in place. */
  async onModuleInit(): Promise<void> {
    await this.seed();
  }

  /** Adds the provinces, departments and checkpoints of geography.csv that are missing; changes nothing that is there. */
  async seed(): Promise<void> {
    const text = await readFile(new URL('geography.csv', import.meta.url), 'utf8');
    const reference = referenceOf(parse<GeographyLine>(text, { columns: true }));
    await this.queries.transaction((tx) => this.store.addMissing(tx, reference));
  }

  async provinces() {
    return { items: await this.store.provinces() };
  }

  async setRegion(id: string, { region }: ProvinceChange): Promise<void> {
    await this.queries.transaction(async (tx) => {
      if (!(await this.store.setRegion(tx, id, region))) throw refusePlace('places.province_missing');
    });
  }

  async units(actor: Actor, query: UnitQuery) {
    const words = searchKey(query.q ?? '')
      .split(' ')
      .filter(Boolean);
    const rows = await this.store.units(query, words, fromCursor(query.after, 3), this.today());
    const { items, next } = pageOf(rows, query.limit, (row) => row.order);
    return { items: items.map((unit) => this.seenBy(actor, unit)), next };
  }

  async unit(actor: Actor, id: string): Promise<Unit> {
    const unit = await this.store.unit(id, this.today());
    if (unit === null) throw refusePlace('places.unit_missing');
    return this.seenBy(actor, unit);
  }

  /** The names of some units by id, or of all; for features that show or match them. */
  async unitNames(
    ids: readonly string[] | null = null,
  ): Promise<(UnitName & { aliases: string[]; closedOn: string | null })[]> {
    return this.store.unitNames(ids);
  }

  async unitByCode(code: string): Promise<UnitName | null> {
    const wanted = code.trim().toUpperCase();
    return (await this.store.unitNames(null)).find((unit) => unit.code.toUpperCase() === wanted) ?? null;
  }

  /** The unit, when people can be posted to it on that day; refuses otherwise. */
  async openUnit(id: string, day: string): Promise<UnitName> {
    const [unit] = await this.store.unitNames([id]);
    if (!unit) throw refusePlace('places.unit_missing');
    if (unit.closedOn !== null && unit.closedOn <= day) throw refusePlace('places.unit_closed');
    return unit;
  }

  async open(actor: Actor, input: NewUnit): Promise<Unit> {
    const id = newId();
    await this.queries.transaction(async (tx) => {
      const { class: firstClass, classFrom, ...fields } = input;
      if (firstClass !== null && input.kind !== 'checkpoint') throw refusePlace('places.class_only_for_checkpoints');
      await this.refuseMissing(tx, input);
      const unit = {
        ...fields,
        id,
        searchKey: unitSearchKey(fields),
        lat: null,
        lon: null,
        coordConfidence: 'none' as const,
        closedOn: null,
      };
      const classes =
        firstClass === null
          ? []
          : [{ unitId: id, class: firstClass, validFrom: classFrom ?? beforeRecords, source: input.source }];
      await this.store.addUnit(tx, unit, classes).catch(refuseTakenCode);
      await this.note(tx, actor, 'unit.opened', id, { code: input.code });
    });
    return this.unit(actor, id);
  }

  async change(actor: Actor, id: string, input: UnitChange): Promise<Unit> {
    await this.queries.transaction(async (tx) => {
      const before = await this.row(tx, id);
      await this.refuseMissing(tx, input);
      if (input.parentId && !mayStandBelow(id, input.parentId, await this.store.parents(tx)))
        throw refusePlace('places.below_itself');
      const key = unitSearchKey({ ...before, ...input });
      await this.store.changeUnit(tx, id, { ...input, searchKey: key }).catch(refuseTakenCode);
      await this.note(tx, actor, 'unit.changed', id, { fields: Object.keys(input) });
    });
    return this.unit(actor, id);
  }

  /** Gives a checkpoint another class from a day on; the classes before stay on record. */
  async reclassify(actor: Actor, id: string, input: NewClass): Promise<Unit> {
    await this.queries.transaction(async (tx) => {
      const unit = await this.row(tx, id);
      if (unit.kind !== 'checkpoint') throw refusePlace('places.class_only_for_checkpoints');
      await this.store.setClass(tx, {
        unitId: id,
        class: input.class,
        validFrom: input.validFrom ?? beforeRecords,
        source: input.source,
      });
      await this.note(tx, actor, 'unit.reclassified', id, { class: input.class, validFrom: input.validFrom });
    });
    return this.unit(actor, id);
  }

  /** Closes a unit that nobody is posted to after that day. */
  async close(actor: Actor, id: string, { closedOn }: Closure): Promise<Unit> {
    await this.queries.transaction(async (tx) => {
      await this.row(tx, id);
      if (await this.store.isOccupied(tx, id, closedOn)) throw refusePlace('places.unit_occupied');
      await this.store.changeUnit(tx, id, { closedOn });
      await this.note(tx, actor, 'unit.closed', id, { closedOn });
    });
    return this.unit(actor, id);
  }

  async reopen(actor: Actor, id: string): Promise<Unit> {
    await this.queries.transaction(async (tx) => {
      await this.row(tx, id);
      await this.store.changeUnit(tx, id, { closedOn: null });
      await this.note(tx, actor, 'unit.reopened', id, {});
    });
    return this.unit(actor, id);
  }

  private seenBy(actor: Actor, unit: UnitFound): Unit {
    const edits = scope(actor, 'place.edit') === 'all';
    const reclassify: Unit['allowed'] = unit.kind === 'checkpoint' ? ['reclassify'] : [];
    return { ...unit, allowed: edits ? ['edit', ...reclassify, unit.closedOn === null ? 'close' : 'reopen'] : [] };
  }

  private async row(tx: Tx, id: string): Promise<UnitRow> {
    const row = await this.store.row(tx, id);
    if (row === null) throw refusePlace('places.unit_missing');
    return row;
  }

  private async refuseMissing(
    tx: Tx,
    { parentId, provinceId }: Pick<UnitChange, 'parentId' | 'provinceId'>,
  ): Promise<void> {
    if (parentId) await this.row(tx, parentId);
    if (provinceId && !(await this.store.hasProvince(tx, provinceId))) throw refusePlace('places.province_missing');
  }

  private note(tx: Tx, actor: Actor, action: string, id: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.append(tx, { actorId: actor.personId, action, subjectKind: 'unit', subjectId: id, details });
  }

  private today(): string {
    return vientianeDay(this.clock.now());
  }
}

function refuseTakenCode(fault: { constraint?: string }): never {
  throw fault.constraint === 'units_code_once' ? refusePlace('places.code_taken') : fault;
}
