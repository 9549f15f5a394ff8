import { EventEmitter } from 'node:events';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Queries } from '../db/queries.js';

/** One connection that listens for the database's notifications and comes back when it is cut. A missed one costs only time: callers poll too. */
@Injectable()
export class Listener implements BeforeApplicationShutdown {
  private readonly log = new Logger('Listener');
  private readonly heard = new EventEmitter().setMaxListeners(0);
  private readonly channels = new Set<string>();
  private client: Promise<PoolClient> | null = null;
  private stopped = false;

  constructor(private readonly queries: Queries) {}

  /** Calls `hear` with each payload on the channel; returns the function that ends it. */
  on(channel: string, hear: (payload: string) => void): () => void {
    this.heard.on(channel, hear);
    if (!this.channels.has(channel)) {
      this.channels.add(channel);
      void this.listen(channel);
    }
    return () => this.heard.off(channel, hear);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const client = await this.client?.catch(() => null);
    client?.release(true);
  }

  private async listen(channel: string): Promise<void> {
    try {
      this.client ??= this.connect();
      await (await this.client).query(`listen ${channel}`);
    } catch (fault) {
      this.retry(fault as Error);
    }
  }

  private async connect(): Promise<PoolClient> {
    const client = await this.queries.listener();
    client.on('notification', (message) => this.heard.emit(message.channel, message.payload ?? ''));
    client.on('error', (fault) => this.retry(fault));
    return client;
  }

  private retry(fault: Error): void {
    if (this.stopped || this.client === null) return;
    this.log.warn(`Not listening for a moment: ${fault.message}`);
    this.client = null;
    setTimeout(() => {
      if (!this.stopped) for (const channel of this.channels) void this.listen(channel);
    }, 1_000).unref();
  }
}
