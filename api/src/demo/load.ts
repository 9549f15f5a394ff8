import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Config } from '../config.js';
import { Queries } from '../db/queries.js';
import { RequestLog } from '../http/request-log.js';
import { FixedClock } from '../kernel/clock.js';
import { randomCode } from '../kernel/ids.js';
import { type DemoSignIn, replayDemo } from './replay.js';

/** Where the sign-ins of the demonstration are kept, for its owner alone. */
const signInFile = (config: Config) => join(config.dataDir, 'demo-sign-in.json');

/** Whether nobody and nothing is on record yet: only then may a demonstration come in. */
export async function isEmpty(queries: Queries): Promise<boolean> {
  const [row] = await queries.read<{ empty: boolean }>(
    `select not exists (select from persons) and not exists (select from projects) as empty`,
  );
  return row!.empty;
}

/** Loads the demonstration into an empty, migrated database with a program of its own, and keeps its sign-ins. */
export async function loadDemo(
  databaseUrl: string,
  config: Config,
  prepare: (program: INestApplicationContext) => Promise<void>,
  note: (line: string) => void,
): Promise<DemoSignIn[] | null> {
  const clock = new FixedClock(new Date());
  const module = await AppModule.with({
    config: { ...config, redisUrl: null },
    databaseUrl,
    clock,
    jobs: { works: false, poll: 0 },
  });
  const program = await NestFactory.createApplicationContext(module, {
    logger: new RequestLog({ logLevel: 'error' }),
    abortOnError: false,
  });
  try {
    if (!(await isEmpty(program.get(Queries)))) return null;
    await prepare(program);
    const signIns = await replayDemo(program, clock, { password: aPassword(), pin: aPin() }, note).catch(
      async (fault: unknown) => {
        await emptyAgain(program.get(Queries));
        throw fault;
      },
    );
    await writeFile(signInFile(config), `${JSON.stringify(signIns, null, 2)}\n`);
    await chmod(signInFile(config), 0o600);
    return signIns;
  } finally {
    await program.close();
  }
}

/** Takes a demonstration that broke off back out, so that it can be loaded again: the database held nothing else. */
async function emptyAgain(queries: Queries): Promise<void> {
  await queries.read(`truncate persons, projects, donors, agencies, certificate_series, jobs, audit_events cascade`);
}

export async function keptSignIns(config: Config): Promise<DemoSignIn[]> {
  return JSON.parse(await readFile(signInFile(config), 'utf8').catch(() => '[]'));
}

export function signInTable(signIns: readonly DemoSignIn[]): string {
  const width = Math.max(...signIns.map((one) => one.who.length));
  return signIns.map((one) => `  ${one.who.padEnd(width)}  ${one.userName.padEnd(12)} ${one.secret}`).join('\n');
}

function aPassword(): string {
  return randomCode(60)
    .toLowerCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** Six digits that are no run and no pair. */
function aPin(): string {
  return String(randomInt(20, 98)) + String(randomInt(0, 100)).padStart(2, '0') + '58';
}
