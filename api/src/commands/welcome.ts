import { createInterface } from 'node:readline/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config.js';
import { Queries } from '../db/queries.js';
import { isEmpty, keptSignIns, loadDemo, signInTable } from '../demo/load.js';
import { prepare } from './prepare.js';

/** Offers the demonstration on an empty database: loads it, asks at a terminal, or leaves it, as KHOU_DEMO says. */
export async function offerDemo(
  databaseUrl: string,
  config: Config,
  isDatabaseEmpty: () => Promise<boolean>,
  note: (line: string) => void,
): Promise<void> {
  if (config.demo === 'no' || !(await isDatabaseEmpty())) return;
  if (config.demo === 'ask' && !(await wantsDemo())) return;
  note('Loading the demonstration programme: every person in it is fictional.');
  await loadDemo(
    databaseUrl,
    config,
    (program) => prepare(program, note),
    (line) => note(`  ${line}`),
  );
}

/** What somebody needs to know to sign in for the first time. */
export async function howToSignIn(program: INestApplicationContext, config: Config): Promise<string> {
  const signIns = await keptSignIns(config);
  if (signIns.length > 0)
    return `The demonstration is loaded. Sign in as one of these fictional persons:\n${signInTable(signIns)}`;
  const [row] = await program
    .get(Queries)
    .read<{ administrators: number }>(
      `select count(*)::int as administrators from role_grants where role = 'administrator' and ended_at is null`,
    );
  if (row!.administrators > 0) return '';
  const orDemo = (await isEmpty(program.get(Queries)))
    ? '\nor look around first in another terminal with:  npm run khou -- demo'
    : '';
  return `Nobody can sign in yet. Create the first administrator:  npm run khou -- admin create${orDemo}`;
}

async function wantsDemo(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    'The database is empty. Load the demonstration programme with fictional people? [Y/n] ',
  );
  terminal.close();
  return !/^\s*n/i.test(answer);
}
