import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** One transaction's handle. Every write takes it as its first argument. */
export type Tx = EntityManager;

/** A statement that Postgres plans once per connection; the name must be unique in the program. */
export interface Prepared<Row extends QueryResultRow> {
  readonly name: string;
  readonly text: string;
  readonly row?: Row;
}

export function prepared<Row extends QueryResultRow>(name: string, text: string): Prepared<Row> {
  return { name, text };
}

/** Reads and transactions. Hot reads go past the mapper, with named prepared statements: half the CPU (docs/decisions/0006). */
@Injectable()
export class Queries {
  private readonly pool: Pool;

  constructor(private readonly source: DataSource) {
    this.pool = (source.driver as unknown as { master: Pool }).master;
  }

  async all<Row extends QueryResultRow>(statement: Prepared<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows;
  }

  async one<Row extends QueryResultRow>(
    statement: Prepared<Row>,
    values: readonly unknown[] = [],
  ): Promise<Row | null> {
    return (await this.all(statement, values))[0] ?? null;
  }

  /** An ordinary read with plain SQL. */
  async read<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.source.query(text, [...values]);
  }

  /** Runs `work` in one transaction of the mapper; throws roll it back. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }

  /** A prepared statement inside a transaction of the mapper. */
  async within<Row extends QueryResultRow>(
    tx: Tx,
    statement: Prepared<Row>,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const client = (await tx.queryRunner!.connect()) as PoolClient;
    const result = await client.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows;
  }

  /** The hot path's transaction: one client of the pool, prepared statements, no mapper. */
  async fastTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (fault) {
      // A client whose rollback fails is broken: destroying it keeps the pool clean.
      await client.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw fault;
    }
  }

  /** A connection of its own for LISTEN; the caller ends it. */
  async listener(): Promise<PoolClient> {
    return this.pool.connect();
  }
}
