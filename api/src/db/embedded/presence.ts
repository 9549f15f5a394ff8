import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inheritOwner } from './ownership.js';

/**
 * A text that only this running process has, or null when no such process runs. Process ids come back, in
 * containers even at every start, so on Linux the moment of birth is part of it. A zombie does not count as running.
 */
export function processMark(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  if (process.platform !== 'linux') return String(pid);
  try {
    const fields = procStat(pid);
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${pid} ${fields[19]}`;
  } catch {
    return null;
  }
}

/** Fields from the third on: the second, a name in brackets, may hold blanks. */
function procStat(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Whether a running process with this id is a PostgreSQL program, as far as the system tells. */
export function isPostgres(pid: number): boolean {
  if (processMark(pid) === null) return false;
  try {
    return programName(pid).includes('postgres');
  } catch {
    return false;
  }
}

function programName(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8');
  const [command, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV']]
      : ['ps', ['-o', 'comm=', '-p', String(pid)]];
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
}

/** Runs `action` while no other process of this machine runs one under the same lock file. */
export async function whileLocked<T>(path: string, action: () => Promise<T>): Promise<T> {
  const mine = processMark(process.pid) ?? String(process.pid);
  while (!(await lock(path, mine))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await pause(20);
  }
  try {
    return await action();
  } finally {
    await rm(path, { force: true });
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const holder = await readFile(path, 'utf8').catch(() => null);
  if (holder === null) return false;
  if (holder !== '') return holder !== processMark(Number.parseInt(holder, 10));
  // Made, but its maker has not written its mark: killed in that very moment if seconds have passed.
  const made = await stat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > 5_000;
}

async function lock(path: string, mine: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(mine);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

let visits = 0;

/** Notes that this process uses the server; the answer takes the note back and says whether nobody is left. */
export async function moveIn(directory: string): Promise<() => Promise<boolean>> {
  await mkdir(directory, { recursive: true });
  inheritOwner(directory);
  const note = join(directory, `${process.pid}-${++visits}`);
  await writeFile(note, processMark(process.pid) ?? String(process.pid));
  return async () => {
    await rm(note, { force: true });
    return (await tenants(directory)) === 0;
  };
}

async function tenants(directory: string): Promise<number> {
  let alive = 0;
  for (const name of await readdir(directory)) {
    const mark = await readFile(join(directory, name), 'utf8').catch(() => '');
    if (mark !== '' && mark === processMark(Number.parseInt(mark, 10))) alive += 1;
    else await rm(join(directory, name), { force: true });
  }
  return alive;
}
