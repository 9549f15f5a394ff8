import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { type Config, readConfig } from '../config.js';
import { migrate } from '../db/database.js';
import { RequestLog } from '../http/request-log.js';
import type { Clock } from '../kernel/clock.js';

/** Runs `work` with a database: the configured one, or the embedded one, which is stopped at the end. */
export async function withDatabase<T>(
  work: (url: string, config: Config) => Promise<T>,
  note: (line: string) => void = () => {},
): Promise<T> {
  const config = readConfig();
  if (config.databaseUrl !== null) return work(config.databaseUrl, config);
  const { startEmbeddedPostgres } = await import('../db/embedded-postgres.js');
  const postgres = await startEmbeddedPostgres({ dataDir: join(config.dataDir), onNote: note });
  try {
    return await work(postgres.url, config);
  } finally {
    await postgres.stop();
  }
}

/** Runs `work` with the whole program wired, on a migrated database, but serving nothing. Jobs run only when drained. */
export async function withProgram<T>(
  work: (program: INestApplicationContext, config: Config) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  return withDatabase(async (databaseUrl, config) => {
    await migrate(databaseUrl);
    const module = await AppModule.with({
      config,
      databaseUrl,
      jobs: { works: false, poll: 0 },
      ...(clock ? { clock } : {}),
    });
    const program = await NestFactory.createApplicationContext(module, {
      logger: new RequestLog({ logLevel: 'error' }),
      abortOnError: false,
    });
    try {
      return await work(program, config);
    } finally {
      await program.close();
    }
  });
}
