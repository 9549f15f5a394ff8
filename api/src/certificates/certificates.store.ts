import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { CertificatesQuery } from './certificates.contract.js';
import { CertificateRow } from './certificates.rows.js';
import type { CertificateState } from './states.rules.js';

export interface RegisterEntry {
  readonly id: string;
  readonly series: string;
  readonly number: number;
  readonly code: string;
  readonly kind: CertificateFacts['kind'];
  readonly state: CertificateState;
  readonly personId: string;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly snapshot: CertificateFacts;
  readonly issuedAt: Date;
  readonly stateChangedAt: Date | null;
  readonly stateReason: string | null;
  readonly replacedBy: string | null;
  readonly fileHash: string | null;
}

/** The valid certificate that a person of a cohort holds. */
export interface HeldCertificate {
  readonly id: string;
  readonly number: string;
  readonly kind: CertificateFacts['kind'];
  readonly issuedOn: string;
  readonly batchId: string;
  readonly ready: boolean;
}

const entryColumns = `
  c.id, c.series, c.number, c.code, c.kind, c.state, c.person_id as "personId", c.cohort_id as "cohortId", h.code as "cohortCode", c.snapshot,
  c.issued_at as "issuedAt", c.state_changed_at as "stateChangedAt", c.state_reason as "stateReason", c.replaced_by as "replacedBy",
  c.file_hash as "fileHash"
  from certificates c join cohorts h on h.id = c.cohort_id`;

/** A person's own certificates and those of the cohorts that they teach or planned; `who` is the parameter with the person. */
const ownOf = (who: string) => `(c.person_id = ${who} or c.cohort_id in (
  select t.cohort_id from cohort_trainers t where t.person_id = ${who} union all select o.id from cohorts o where o.created_by = ${who}))`;

const entry = prepared<RegisterEntry>(
  'certificate-entry',
  `select ${entryColumns} where c.id = $1 and ($2::uuid is null or ${ownOf('$2')})`,
);
const byToken = prepared<{ state: CertificateState; snapshot: CertificateFacts; stateChangedAt: Date | null }>(
  'certificate-by-token',
  `select state, snapshot, state_changed_at as "stateChangedAt" from certificates where token = $1`,
);
const held = prepared<HeldCertificate & { personId: string }>(
  'certificates-held-in-cohort',
  `select person_id as "personId", id, code as number, kind, snapshot->>'issuedOn' as "issuedOn", batch_id as "batchId", file_hash is not null as ready
   from certificates where cohort_id = $1 and state = 'issued'`,
);
const ofCohort = prepared<{ id: string; snapshot: CertificateFacts }>(
  'certificates-printed-of-cohort',
  `select id, snapshot from certificates where cohort_id = $1 and state = 'issued' and file_hash is not null order by series, year, number`,
);

@Injectable()
export class CertificatesStore {
  constructor(private readonly queries: Queries) {}

  /** Takes the next `count` numbers of the series; whoever comes next waits until this transaction ends, and a rollback gives them back. */
  async takeNumbers(tx: Tx, series: string, year: number, count: number): Promise<number[]> {
    await tx.query(`insert into certificate_series (series, year) values ($1, $2) on conflict do nothing`, [
      series,
      year,
    ]);
    const [[row]] = (await tx.query(
      `update certificate_series set last_number = last_number + $3 where series = $1 and year = $2 returning last_number`,
      [series, year, count],
    )) as [[{ last_number: number }], number];
    return Array.from({ length: count }, (_, index) => row.last_number - count + 1 + index);
  }

  async add(tx: Tx, rows: readonly CertificateRow[]): Promise<void> {
    await tx.insert(CertificateRow, rows as CertificateRow[]);
  }

  /** The certificate, locked until the transaction ends. */
  async locked(tx: Tx, id: string): Promise<CertificateRow | null> {
    return tx
      .createQueryBuilder(CertificateRow, 'certificate')
      .setLock('pessimistic_write')
      .where('certificate.id = :id', { id })
      .getOne();
  }

  async close(
    tx: Tx,
    id: string,
    change: Pick<CertificateRow, 'state' | 'stateChangedAt' | 'stateChangedBy' | 'stateReason'>,
  ): Promise<void> {
    await tx.update(CertificateRow, { id }, change);
  }

  async replaced(tx: Tx, id: string, replacedBy: string): Promise<void> {
    await tx.update(CertificateRow, { id }, { replacedBy });
  }

  async printed(tx: Tx, id: string, fileHash: string, fileBytes: number, at: Date): Promise<void> {
    await tx.update(CertificateRow, { id }, { fileHash, fileBytes, renderedAt: at });
  }

  /** `onlyFor`: the person to whom it must belong, by holding it or teaching its cohort; null: anybody's. */
  entry(id: string, onlyFor: string | null = null): Promise<RegisterEntry | null> {
    return this.queries.one(entry, [id, onlyFor]);
  }

  /** Newest first; those of one batch were issued in the same instant and follow their numbers. Without `names` nobody can be looked for. */
  entries(
    query: CertificatesQuery & { readonly names: boolean },
    onlyFor: string | null,
    after: readonly unknown[] | null,
  ): Promise<RegisterEntry[]> {
    const values: unknown[] = [query.limit + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const like = (text: string) => bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    const wanted: string[] = [];
    if (onlyFor !== null) wanted.push(ownOf(bind(onlyFor)));
    if (query.state) wanted.push(`c.state = ${bind(query.state)}`);
    if (query.cohortId) wanted.push(`c.cohort_id = ${bind(query.cohortId)}`);
    if (query.personId && query.names) wanted.push(`c.person_id = ${bind(query.personId)}`);
    if (query.q) {
      const part = like(query.q);
      const inNames = `c.snapshot #>> '{person,nameLo}' ilike ${part} or c.snapshot #>> '{person,nameEn}' ilike ${part}`;
      wanted.push(query.names ? `(c.code ilike ${part} or ${inNames})` : `c.code ilike ${part}`);
    }
    if (after !== null)
      wanted.push(
        `(c.issued_at, c.series, c.number) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::text, ${bind(after[2])}::integer)`,
      );
    return this.queries.read(
      `select ${entryColumns} ${wanted.length > 0 ? `where ${wanted.join(' and ')}` : ''} order by c.issued_at desc, c.series desc, c.number desc limit $1`,
      values,
    );
  }

  heldIn(cohortId: string) {
    return this.queries.all(held, [cohortId]);
  }

  byToken(token: string) {
    return this.queries.one(byToken, [token]);
  }

  printedOfCohort(cohortId: string): Promise<{ id: string; snapshot: CertificateFacts }[]> {
    return this.queries.all(ofCohort, [cohortId]);
  }

  async batchExists(batchId: string): Promise<boolean> {
    const rows = await this.queries.read(
      `select 1 from jobs where batch_id = $1 and name = 'certificate.render' limit 1`,
      [batchId],
    );
    return rows.length > 0;
  }
}
