import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { databaseAccount, lend, spawnUnder, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import { diskFull, EmbeddedPostgresFault } from './fault.js';

export const user = 'khou';
export const database = 'khou';

/** A directory with everything of one cluster: `data` (PostgreSQL's own), the password, the access rules, the socket. */
export interface Cluster {
  readonly home: string;
  readonly data: string;
  readonly account: Account;
}

const freshNeeds = 160 * 2 ** 20;
const runningNeeds = 32 * 2 ** 20;

/** Opens the cluster in `dataDir`, or makes one; a start that died half-way leaves nothing that the next could mistake. */
export async function openedCluster(
  dataDir: string,
  binaries: Binaries,
  { durable, onNote }: { durable: boolean; onNote: (note: string) => void },
): Promise<Cluster> {
  const home = join(dataDir, 'postgres');
  const isNew = !existsSync(home);
  const { bavail, bsize } = await statfs(dataDir);
  if (bavail * bsize < (isNew ? freshNeeds : runningNeeds)) throw diskFull(dataDir);
  const account = databaseAccount(home, binaries);
  if (isNew) {
    onNote(`Creating the database in ${home}`);
    await create(home, account, binaries, durable);
  } else {
    await checkMajor(home, binaries);
    await lend(home, account);
  }
  return { home, data: join(home, 'data'), account };
}

async function checkMajor(home: string, binaries: Binaries): Promise<void> {
  const file = join(home, 'data', 'PG_VERSION');
  if (!existsSync(file))
    throw new EmbeddedPostgresFault(
      'data.foreign',
      `${home} exists but holds no PostgreSQL cluster: restore it from a backup, or choose another directory with KHOU_DATA_DIR.`,
    );
  const major = Number.parseInt(await readFile(file, 'utf8'), 10);
  if (major === binaries.major) return;
  throw new EmbeddedPostgresFault(
    'data.other-major',
    `The database in ${home} was made by PostgreSQL ${major}, this Khou brings PostgreSQL ${binaries.major}: ` +
      `start the Khou that made it and take a backup, then restore that into a new data directory.`,
  );
}

/** Everything happens in a neighbouring directory that gets its real name in one step, when it is complete and on disk. */
async function create(home: string, account: Account, binaries: Binaries, durable: boolean): Promise<void> {
  const staging = `${home}.new`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { mode: 0o700 });
  await chmod(staging, 0o700);
  await writeFile(join(staging, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600 });
  await writeFile(join(staging, 'pg_hba.conf'), accessRules, { mode: 0o600 });
  await lend(staging, account);
  const data = join(staging, 'data');
  const run = (command: [string, ...string[]], input?: string) => output(account, command, staging, binaries, input);
  await initialise(staging, data, binaries, run);
  await run([binaries.postgres, '--single', '-F', '-D', data, 'postgres'], `create database ${database}\n`);
  if (durable) await run([binaries.initdb, '--sync-only', '-D', data]);
  await rename(staging, home);
  if (durable) await syncDirectory(join(home, '..'));
}

// The socket lies in a directory that only its owner may enter; whoever gets there is the owner.
const accessRules = ['local all all trust', 'host all all 127.0.0.1/32 scram-sha-256', ''].join('\n');

/** C.UTF-8 makes pg_trgm see Lao letters; where a system lacks it, another UTF-8 locale does the same. */
const locales = ['C.UTF-8', 'en_US.UTF-8', 'en-US', 'C'];

async function initialise(
  staging: string,
  data: string,
  binaries: Binaries,
  run: (command: [string, ...string[]]) => Promise<void>,
): Promise<void> {
  for (const [index, locale] of locales.entries()) {
    const options = [`--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und', '--encoding=UTF8'];
    const access = ['--auth=scram-sha-256', `--pwfile=${join(staging, 'password')}`, `--username=${user}`];
    try {
      return await run([binaries.initdb, '-D', data, ...options, ...access, '--no-sync', '--no-instructions']);
    } catch (error) {
      const unknownLocale = /locale name|locale settings/i.test((error as Error).message);
      if (!unknownLocale || index === locales.length - 1) throw error;
      await rm(data, { recursive: true, force: true });
    }
  }
}

async function output(
  account: Account,
  command: [string, ...string[]],
  cwd: string,
  binaries: Binaries,
  input = '',
): Promise<void> {
  const child = spawnUnder(account, command, { cwd, stdio: ['pipe', 'pipe', 'pipe'], env: binaries.env });
  child.stdin?.on('error', () => undefined).end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [code, said, complaint] = await Promise.all([ended, text(child.stdout!), text(child.stderr!)]);
  // Single-user mode ends with 0 even when the statement failed.
  if (code !== 0 || /^\S*.*(ERROR|FATAL|PANIC):/m.test(complaint)) throw startFault(`${said}\n${complaint}`, cwd);
}

/** Reads what PostgreSQL wrote when it gave up. */
export function startFault(log: string, directory: string): EmbeddedPostgresFault {
  if (/No space left on device|Disk quota exceeded/i.test(log)) return diskFull(directory);
  const lines = log.trim().split('\n');
  const telling = lines.find((line) => /(FATAL|PANIC|ERROR|error|could not)\b/.test(line));
  const reason = (telling ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC|ERROR|error): */, '');
  return new EmbeddedPostgresFault(
    'start.failed',
    `The embedded PostgreSQL did not start: ${reason || 'it gave no reason'}.`,
  );
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
}

/** What the server writes about itself into its lock file; null when it says that it does not run. */
export interface ServerNote {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly state: string;
}

export async function serverNote(cluster: Cluster): Promise<ServerNote | null> {
  const content = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const [pid = '', , , port = '', socketDir = '', , , state = ''] = content.split('\n');
  return content === '' ? null : { pid: Number(pid), port: Number(port), socketDir, state: state.trim() };
}

export async function connectionUrl(cluster: Cluster, note: ServerNote): Promise<string> {
  if (note.socketDir)
    return `postgresql://${user}@localhost:${note.port}/${database}?host=${encodeURIComponent(note.socketDir)}`;
  const password = await readFile(join(cluster.home, 'password'), 'utf8');
  return `postgresql://${user}:${password}@127.0.0.1:${note.port}/${database}`;
}

/** The end of the server's log, where the reason of a failed start stands. */
export async function logSince(file: string, position: number): Promise<string> {
  const content = await readFile(file).catch(() => Buffer.alloc(0));
  return content.subarray(position).toString('utf8').slice(-8_192);
}
