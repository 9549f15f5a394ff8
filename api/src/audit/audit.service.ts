import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Queries, type Tx } from '../db/queries.js';

export interface AuditEntry {
  /** The person who acted; null for the program itself. */
  readonly actorId: string | null;
  /** Dotted verb, e.g. `certificate.revoked`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

interface AuditRow {
  seq: number;
  at: Date;
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: Record<string, unknown>;
  previous_hash: string;
  hash: string;
}

const firstHash = '0'.repeat(64);

/** Appends events to one hash chain: each holds the SHA-256 of the one before it, so a removed or altered row shows. */
@Injectable()
export class AuditService {
  constructor(
    private readonly queries: Queries,
    private readonly clock: Clock,
  ) {}

  /** Appends within the caller's transaction. Appenders wait for each other until they commit. */
  async append(tx: Tx, entry: AuditEntry): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('khou audit'))`);
    const [last] = (await tx.query(`select seq, hash from audit_events order by seq desc limit 1`)) as Pick<
      AuditRow,
      'seq' | 'hash'
    >[];
    const row: Omit<AuditRow, 'hash'> = {
      seq: (last?.seq ?? 0) + 1,
      at: this.clock.now(),
      actor_id: entry.actorId,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      details: { ...entry.details },
      previous_hash: last?.hash ?? firstHash,
    };
    await tx.query(
      `insert into audit_events (seq, at, actor_id, action, subject_kind, subject_id, details, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        row.seq,
        row.at,
        row.actor_id,
        row.action,
        row.subject_kind,
        row.subject_id,
        row.details,
        row.previous_hash,
        chainHash(row),
      ],
    );
  }

  /** Walks the whole chain and returns the first broken sequence number, or null when it holds. */
  async firstBreak(): Promise<number | null> {
    let previous = firstHash;
    let seq = 0;
    for (;;) {
      const rows = await this.queries.read<AuditRow>(
        `select * from audit_events where seq > $1 order by seq limit 1000`,
        [seq],
      );
      if (rows.length === 0) return null;
      for (const row of rows) {
        if (row.seq !== seq + 1 || row.previous_hash !== previous || row.hash !== chainHash(row)) return row.seq;
        seq = row.seq;
        previous = row.hash;
      }
    }
  }
}

function chainHash(row: Omit<AuditRow, 'hash'>): string {
  const content = [
    row.previous_hash,
    row.seq,
    row.at.toISOString(),
    row.actor_id,
    row.action,
    row.subject_kind,
    row.subject_id,
    row.details,
  ];
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');
}

/** The same value with the keys of every object in order: jsonb keeps its own order, the hash needs one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
