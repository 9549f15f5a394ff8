import { Injectable } from '@nestjs/common';
import { Queries, type Tx } from '../db/queries.js';
import type { Unit, UnitName, UnitQuery } from './places.contract.js';
import { ProvinceRow, UnitClassRow, UnitRow } from './places.rows.js';
import { beforeRecords } from './places.rules.js';
import type { Reference } from './reference.rules.js';

export type UnitFound = Omit<Unit, 'allowed'> & { readonly order: readonly [string, string, string] };

const unitName = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'nameEn', ${alias}.name_en, 'nameLo', ${alias}.name_lo, 'provinceId', ${alias}.province_id)`;

/** $1 is today: the class that holds is the latest that began by then. */
const unitColumns = `
  select u.id, u.code, u.kind, case when b.id is null then null else ${unitName('b')} end as parent,
    case when p.id is null then null else json_build_object('id', p.id, 'nameEn', p.name_en, 'nameLo', p.name_lo, 'region', p.region) end as province,
    c.class, coalesce(d.classes, '[]') as classes, u.mode, u.neighbour, u.counterpart, u.name_en as "nameEn", u.name_lo as "nameLo",
    u.aliases, u.lat, u.lon, u.coord_confidence as "coordConfidence", u.record_confidence as "recordConfidence", u.source, u.note,
    u.closed_on as "closedOn", (select count(*) from units below where below.parent_id = u.id) as "unitsBelow",
    array[coalesce(p.national_code, ''), u.name_lo, u.id::text] as "order"
  from units u left join units b on b.id = u.parent_id left join provinces p on p.id = u.province_id
  left join lateral (select k.class from unit_classes k where k.unit_id = u.id and k.valid_from <= $1::date order by k.valid_from desc limit 1) c on true
  left join lateral (select json_agg(json_build_object('class', k.class, 'validFrom', nullif(k.valid_from, '${beforeRecords}'), 'source', k.source) order by k.valid_from) as classes
    from unit_classes k where k.unit_id = u.id) d on true`;

@Injectable()
export class PlacesStore {
  constructor(private readonly queries: Queries) {}

  /** Adds what is missing; what is there already, changed by an administrator perhaps, stays as it is. */
  async addMissing(tx: Tx, { provinces, units, classes }: Reference): Promise<void> {
    const present = new Set(
      (await tx.query(`select id::text from provinces union all select id::text from units`)).map(
        (row: { id: string }) => row.id,
      ),
    );
    const missing = <Row extends { id: string }>(rows: readonly Row[]) => rows.filter((row) => !present.has(row.id));
    const newUnits = missing(units);
    const ids = new Set(newUnits.map((unit) => unit.id));
    await insertNew(tx, ProvinceRow, missing(provinces));
    await insertNew(tx, UnitRow, newUnits);
    await insertNew(
      tx,
      UnitClassRow,
      classes.filter((row) => ids.has(row.unitId)),
    );
  }

  provinces(): Promise<ProvinceRow[]> {
    return this.queries.read(
      `select id, kind, national_code as "nationalCode", name_en as "nameEn", name_lo as "nameLo", aliases, region, region_alt as "regionAlt",
         lat, lon, coord_confidence as "coordConfidence", record_confidence as "recordConfidence", source, note
       from provinces order by national_code`,
    );
  }

  /** In the official order of provinces, then by Lao name; units of no province come first. */
  units(
    query: UnitQuery,
    words: readonly string[],
    after: readonly unknown[] | null,
    today: string,
  ): Promise<UnitFound[]> {
    const { province, region, parent, kind, closed, limit } = query;
    return this.queries.read(
      `${unitColumns}
       where ($2::text[] is null or u.search_key like all($2))
         and ($3::text is null or u.province_id = $3) and ($4::text is null or p.region = $4)
         and ($5::text is null or c.class = $5) and ($6::text is null or u.kind = $6)
         and ($7::text is null or case when $7 = 'none' then u.parent_id is null else u.parent_id::text = $7 end)
         and ($8 = 'any' or (u.closed_on is not null and u.closed_on <= $1::date) = ($8 = 'yes'))
         and ($9::text is null or (coalesce(p.national_code, ''), u.name_lo collate lao, u.id::text) > ($9, $10::text collate lao, $11))
       order by coalesce(p.national_code, ''), u.name_lo collate lao, u.id::text limit $12`,
      [
        today,
        words.length > 0 ? words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`) : null,
        province ?? null,
        region ?? null,
        query.class ?? null,
        kind ?? null,
        parent ?? null,
        closed,
        ...(after ?? [null, null, null]),
        limit + 1,
      ],
    );
  }

  async unit(id: string, today: string): Promise<UnitFound | null> {
    return (await this.queries.read<UnitFound>(`${unitColumns} where u.id = $2`, [today, id]))[0] ?? null;
  }

  unitNames(ids: readonly string[] | null): Promise<(UnitName & { aliases: string[]; closedOn: string | null })[]> {
    return this.queries.read(
      `select id, code, name_en as "nameEn", name_lo as "nameLo", province_id as "provinceId", aliases, closed_on as "closedOn"
       from units where $1::uuid[] is null or id = any($1) order by code`,
      [ids],
    );
  }

  row(tx: Tx, id: string): Promise<UnitRow | null> {
    return tx.findOneBy(UnitRow, { id });
  }

  async hasProvince(tx: Tx, id: string): Promise<boolean> {
    return tx.existsBy(ProvinceRow, { id });
  }

  async parents(tx: Tx): Promise<Map<string, string | null>> {
    const rows: { id: string; parent_id: string | null }[] = await tx.query(`select id, parent_id from units`);
    return new Map(rows.map((row) => [row.id, row.parent_id]));
  }

  async isOccupied(tx: Tx, id: string, on: string): Promise<boolean> {
    const [{ occupied }] = await tx.query(
      `select exists (select from postings where unit_id = $1 and (valid_to is null or valid_to > $2::date))
         or exists (select from units where parent_id = $1 and (closed_on is null or closed_on > $2::date)) as occupied`,
      [id, on],
    );
    return occupied;
  }

  async addUnit(tx: Tx, unit: UnitRow, classes: readonly UnitClassRow[]): Promise<void> {
    await tx.insert(UnitRow, unit);
    if (classes.length > 0) await tx.insert(UnitClassRow, [...classes]);
  }

  async changeUnit(tx: Tx, id: string, change: Partial<UnitRow>): Promise<void> {
    await tx.update(UnitRow, { id }, change);
  }

  async setClass(tx: Tx, row: UnitClassRow): Promise<void> {
    await tx.upsert(UnitClassRow, row, ['unitId', 'validFrom']);
  }

  async setRegion(tx: Tx, id: string, region: ProvinceRow['region']): Promise<boolean> {
    const { affected } = await tx.update(ProvinceRow, { id }, { region });
    return affected === 1;
  }
}

/** Two programs that start at once add the same rows; the second one's are ignored. */
async function insertNew<Row extends object>(tx: Tx, kind: new () => Row, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .createQueryBuilder()
    .insert()
    .into(kind)
    .values([...rows] as never)
    .orIgnore()
    .updateEntity(false)
    .execute();
}
