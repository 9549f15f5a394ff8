import { Injectable } from '@nestjs/common';
import type { Tx } from '../db/queries.js';
import type { PersonRow, PostingRow } from './people.rows.js';
import type { KnownPerson } from './import/judge.rules.js';
import type { Placement, PostingFacts } from './postings.rules.js';

export interface PlacedPosting {
  readonly posting: PostingRow;
  readonly placement: Placement;
}

/** Writes of many persons and postings at once: one statement for each kind of write, however many rows. */
@Injectable()
export class RosterStore {
  /** Everybody on record, with today's unit. */
  everybody(tx: Tx, today: string): Promise<KnownPerson[]> {
    return tx.query(
      `select p.id, p.given_name_lo as "givenNameLo", p.family_name_lo as "familyNameLo", p.given_name_en as "givenNameEn",
         p.family_name_en as "familyNameEn", p.sex, p.rank, p.service_number as "serviceNumber", p.service_number_key as "serviceNumberKey",
         p.phone, p.birth_year as "birthYear", t.unit_id as "unitId", t.position
       from persons p left join postings t on t.person_id = p.id and t.valid_from <= $1::date and (t.valid_to is null or t.valid_to >= $1::date)`,
      [today],
    );
  }

  /** Holds other rosters off until the transaction ends, so that what was compared stays true. Readers are not held up. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('khou roster'))`);
  }

  async postingsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, PostingFacts[]>> {
    const rows: (PostingFacts & { personId: string })[] = await tx.query(
      `select id, person_id as "personId", valid_from as "validFrom", valid_to as "validTo" from postings where person_id = any($1::uuid[]) order by valid_from`,
      [personIds],
    );
    return Map.groupBy(rows, (row) => row.personId);
  }

  async addPersons(tx: Tx, rows: readonly PersonRow[]): Promise<void> {
    await inBatches(rows, (batch) =>
      tx.query(
        `insert into persons (id, given_name_lo, family_name_lo, given_name_en, family_name_en, sex, rank, service_number, service_number_key,
           phone, birth_year, search_key, fictional, created_at, updated_at)
         select * from jsonb_to_recordset($1::jsonb) as x("id" uuid, "givenNameLo" text, "familyNameLo" text, "givenNameEn" text, "familyNameEn" text,
           "sex" text, "rank" text, "serviceNumber" text, "serviceNumberKey" text, "phone" text, "birthYear" integer, "searchKey" text,
           "fictional" boolean, "createdAt" timestamptz, "updatedAt" timestamptz)`,
        [JSON.stringify(batch)],
      ),
    );
  }

  async changePersons(tx: Tx, rows: readonly Omit<PersonRow, 'fictional' | 'createdAt'>[]): Promise<void> {
    await inBatches(rows, (batch) =>
      tx.query(
        `update persons p set given_name_lo = x."givenNameLo", family_name_lo = x."familyNameLo", given_name_en = x."givenNameEn",
           family_name_en = x."familyNameEn", sex = x."sex", rank = x."rank", service_number = x."serviceNumber",
           service_number_key = x."serviceNumberKey", phone = x."phone", birth_year = x."birthYear", search_key = x."searchKey", updated_at = x."updatedAt"
         from jsonb_to_recordset($1::jsonb) as x("id" uuid, "givenNameLo" text, "familyNameLo" text, "givenNameEn" text, "familyNameEn" text,
           "sex" text, "rank" text, "serviceNumber" text, "serviceNumberKey" text, "phone" text, "birthYear" integer, "searchKey" text,
           "updatedAt" timestamptz)
         where p.id = x."id"`,
        [JSON.stringify(batch)],
      ),
    );
  }

  /** Ends what was running, corrects what began the same day, adds the rest; in that order, so that no day is held twice. */
  async place(tx: Tx, placed: readonly PlacedPosting[]): Promise<void> {
    const shortened = placed.flatMap(({ placement }) => placement.shortened ?? []);
    const corrected = placed.flatMap(({ posting, placement }) =>
      placement.replaces === null ? [] : { ...posting, id: placement.replaces },
    );
    const added = placed.flatMap(({ posting, placement }) =>
      placement.replaces === null ? { ...posting, validTo: placement.validTo } : [],
    );
    await inBatches(shortened, (batch) =>
      tx.query(
        `update postings t set valid_to = x."validTo" from jsonb_to_recordset($1::jsonb) as x("id" uuid, "validTo" date) where t.id = x."id"`,
        [JSON.stringify(batch)],
      ),
    );
    await inBatches(corrected, (batch) =>
      tx.query(
        `update postings t set unit_id = x."unitId", position = x."position"
         from jsonb_to_recordset($1::jsonb) as x("id" uuid, "unitId" uuid, "position" text) where t.id = x."id"`,
        [JSON.stringify(batch)],
      ),
    );
    await inBatches(added, (batch) =>
      tx.query(
        `insert into postings (id, person_id, unit_id, position, valid_from, valid_to)
         select * from jsonb_to_recordset($1::jsonb) as x("id" uuid, "personId" uuid, "unitId" uuid, "position" text, "validFrom" date, "validTo" date)`,
        [JSON.stringify(batch)],
      ),
    );
  }
}

async function inBatches<Row>(rows: readonly Row[], write: (batch: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 2_000) await write(rows.slice(start, start + 2_000));
}
