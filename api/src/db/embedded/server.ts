import { closeSync, fstatSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnUnder } from './account.js';
import type { Binaries } from './binaries.js';
import { logSince, serverNote, startFault, type Cluster, type ServerNote } from './cluster.js';
import { EmbeddedPostgresFault } from './fault.js';
import { inheritOwner } from './ownership.js';
import { isPostgres } from './presence.js';

/** Longest path of a socket that every supported system accepts, without the name PostgreSQL adds. */
const longestSocketDirectory = (process.platform === 'darwin' ? 103 : 107) - '/.s.PGSQL.5432'.length;
const patience = { start: 60_000, retry: 15_000, stop: 60_000 };

/** The server that already runs on this cluster, once it answers; null when none does. */
export async function runningServer(cluster: Cluster, onNote: (note: string) => void): Promise<ServerNote | null> {
  for (let waited = 0; ; waited += 1) {
    const note = await serverNote(cluster);
    if (!note) return null;
    const alive = isPostgres(note.pid);
    if (alive && note.state === 'ready' && (await answers(note))) return note;
    if (!alive || note.state === 'ready') return forget(cluster);
    if (waited === 40) onNote(`Waiting for the database, which is ${note.state || 'starting'}`);
    await pause(50);
  }
}

/**
 * Removes a lock file that nobody stands behind. PostgreSQL would mistake any process that got the old id for the
 * server; it still guards itself, by shared memory bound to the directory, against two servers on one cluster.
 */
function forget(cluster: Cluster): null {
  rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
  return null;
}

function answers(note: ServerNote): Promise<boolean> {
  const target = note.socketDir
    ? { path: join(note.socketDir, `.s.PGSQL.${note.port}`) }
    : { host: '127.0.0.1', port: note.port };
  return new Promise((resolve) => {
    const socket = connect(target);
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .setTimeout(2_000, () => settle(false))
      .once('connect', () => settle(true))
      .once('error', () => settle(false));
  });
}

/** Starts the server and waits until it takes connections; what a killed predecessor left is retried for a while. */
export async function launchedServer(
  cluster: Cluster,
  binaries: Binaries,
  settings: readonly string[],
): Promise<ServerNote> {
  const giveUp = Date.now() + patience.retry;
  for (;;) {
    const attempt = await launch(cluster, binaries, settings);
    if (typeof attempt !== 'string') return attempt;
    const passes = /pre-existing shared memory block|lock file|could not (bind|create any)|in use/i.test(attempt);
    if (!passes || Date.now() > giveUp) throw startFault(attempt, cluster.home);
    await pause(100);
  }
}

/** One try: the server's note, or its log when it ended. */
async function launch(cluster: Cluster, binaries: Binaries, settings: readonly string[]): Promise<ServerNote | string> {
  const address = await addressSettings(cluster);
  const logFile = join(cluster.home, 'server.log');
  const log = freshLog(logFile);
  const begin = fstatSync(log).size;
  const given = [...address, ...settings].flatMap((setting) => ['-c', setting]);
  // Detached, so that Ctrl-C in the terminal reaches the API first and the database last.
  const child = spawnUnder(cluster.account, [binaries.postgres, '-D', cluster.data, ...given], {
    cwd: cluster.home,
    stdio: ['ignore', log, log],
    env: binaries.env,
    detached: true,
  });
  closeSync(log);
  child.unref();
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  for (const giveUp = Date.now() + patience.start; Date.now() < giveUp || isPostgres(child.pid ?? 0); await pause(8)) {
    if (failure) throw unsupported(failure);
    if (child.exitCode !== null || child.signalCode !== null)
      return (await logSince(logFile, begin)) || 'no reason given';
    const note = await serverNote(cluster);
    if (note?.pid === child.pid && note?.state === 'ready') return note;
  }
  return logSince(logFile, begin);
}

/** The file exists but the system cannot run it: another C library (Alpine's musl), or a file system without programs. */
function unsupported(cause: Error): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    'platform.unsupported',
    'This system cannot run the PostgreSQL that Khou brings: install PostgreSQL 15 or newer and name it in DATABASE_URL.',
    { cause },
  );
}

async function addressSettings(cluster: Cluster): Promise<string[]> {
  const rules = `hba_file=${join(cluster.home, 'pg_hba.conf')}`;
  const bySocket = process.platform !== 'win32' && Buffer.byteLength(cluster.home) <= longestSocketDirectory;
  if (!bySocket) return [rules, 'unix_socket_directories=', 'listen_addresses=127.0.0.1', `port=${await freePort()}`];
  return [rules, `unix_socket_directories=${quotedPath(cluster.home)}`, 'listen_addresses=', 'port=5432'];
}

/** The setting is a list: a path with a comma or a blank must stand in double quotes. */
function quotedPath(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function freshLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 2 ** 20) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  inheritOwner(file);
  return log;
}

export function serverSettings(durable: boolean): string[] {
  const memory = Math.min(process.constrainedMemory() || Infinity, totalmem());
  const megabytes = Math.round(Math.min(256, Math.max(64, memory / 2 ** 20 / 8)));
  const always = [
    'cluster_name=khou',
    'jit=off',
    `shared_buffers=${megabytes}MB`,
    'max_connections=100',
    'max_wal_size=512MB',
    'log_checkpoints=off',
    'log_min_messages=warning',
    'log_timezone=UTC',
    'timezone=UTC',
  ];
  return durable
    ? always
    : [...always, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];
}

/** Ends the server the fast way: open transactions are rolled back, everything acknowledged is written. */
export async function shutDown(cluster: Cluster, binaries: Binaries): Promise<void> {
  const note = await serverNote(cluster);
  if (!note || !isPostgres(note.pid)) return;
  signal(cluster, binaries, note.pid, 'SIGINT');
  for (let waited = 0; waited < patience.stop; waited += 10) {
    if (!(await serverNote(cluster)) || !isPostgres(note.pid)) return;
    await pause(10);
  }
  // Recovery at the next start brings back every acknowledged commit.
  signal(cluster, binaries, note.pid, 'SIGQUIT');
}

function signal(cluster: Cluster, binaries: Binaries, pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (process.platform !== 'win32') {
    process.kill(pid, name);
    return;
  }
  // Windows has no signals; pg_ctl speaks to the server over its own pipe.
  const mode = name === 'SIGINT' ? 'fast' : 'immediate';
  spawnUnder(cluster.account, [binaries.pgCtl, 'stop', '-D', cluster.data, '-m', mode, '-W'], {
    cwd: cluster.home,
    stdio: 'ignore',
    env: binaries.env,
  });
}
