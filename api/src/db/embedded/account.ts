import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { chown, lchown, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresFault } from './fault.js';

/** The user id that stands for "nobody in particular" on Linux and needs no entry in /etc/passwd. */
const nobody = 65534;

/**
 * The account the database runs under. PostgreSQL refuses root, so root either lends the directory to an
 * unprivileged user id, or, where that user could not reach it (below /root), enters a user namespace.
 */
export interface Account {
  readonly spawnAs: { uid?: number; gid?: number };
  readonly prefix: readonly string[];
}

export function databaseAccount(directory: string, binaries: Binaries): Account {
  if (process.getuid?.() !== 0) return { spawnAs: {}, prefix: [] };
  const { uid, gid } = owner(directory);
  const runs = mayReach(directory, uid, gid) && mayRun(binaries.postgres, uid, gid);
  if (runs) return { spawnAs: { uid, gid }, prefix: [] };
  const prefix = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];
  if (mayRun(prefix[0]!, 0, 0, [...prefix.slice(1), binaries.postgres, '--version'])) return { spawnAs: {}, prefix };
  throw new EmbeddedPostgresFault(
    'root.refused',
    `PostgreSQL refuses to run as root, and no other user can reach ${directory}: start Khou as an ordinary user, or move it out of root's home.`,
  );
}

/** What an ordinary user made stays that user's, also when root starts it once. */
function owner(directory: string): { uid: number; gid: number } {
  const found = statSync(existsSync(directory) ? directory : dirname(directory));
  return found.uid === 0 ? { uid: nobody, gid: nobody } : found;
}

function mayReach(directory: string, uid: number, gid: number): boolean {
  for (let at = dirname(directory); ; at = dirname(at)) {
    const { mode, uid: ownerUid, gid: ownerGid } = statSync(at);
    const bit = ownerUid === uid ? 0o100 : ownerGid === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function mayRun(file: string, uid: number, gid: number, args: string[] = ['--version']): boolean {
  return spawnSync(file, args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Gives the directory to the account; only root has to, and only when it is not the account's already. */
export async function lend(directory: string, account: Account): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid = 0, gid = 0 } = account.spawnAs;
  if (lstatSync(directory).uid === uid && uid !== 0) return;
  const entries = await readdir(directory, { recursive: true });
  for (const entry of entries) await lchown(join(directory, entry), uid, gid);
  await chown(directory, uid, gid);
}

/** Starts one of PostgreSQL's programs under the account, with nothing of our environment that could mislead it. */
export function spawnUnder(
  account: Account,
  [file, ...args]: [string, ...string[]],
  options: { cwd: string; stdio: StdioOptions; env: Readonly<Record<string, string>>; detached?: boolean },
): ChildProcess {
  const [command, ...rest] = [...account.prefix, file, ...args] as [string, ...string[]];
  return spawn(command, rest, {
    ...options,
    ...account.spawnAs,
    windowsHide: true,
    env: { ...ownEnvironment(), ...options.env },
  });
}

/** Secrets of the API and PG… variables stay out; messages stay English because the launcher reads them. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const pairs = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...(Object.fromEntries(pairs) as NodeJS.ProcessEnv), LC_ALL: 'C', TZ: 'UTC' };
}
