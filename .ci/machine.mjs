// What a test run needs from the machine beside Node: programs, a scratch directory; and its tidy end.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pinnedNode } from '../start.mjs';

export const root = dirname(import.meta.dirname);

const packageOf = {
  'redis-server': 'redis-server',
  chromium: 'chromium',
  pdftotext: 'poppler-utils',
  'hb-shape': 'libharfbuzz-bin',
  qpdf: 'qpdf',
  zbarimg: 'zbar-tools',
};

/** Everything of this run lies here: temporary clusters, data directories, downloads of the browser. */
export const scratch = mkdtempSync(join(tmpdir(), 'khou-ci-'));
const runMark = `KHOU_TEST_RUN=${scratch}`;
const groups = new Set();

/** Where a program of the system lies, or null. */
export function which(program) {
  const found = (process.env.PATH ?? '').split(delimiter).map((directory) => join(directory, program));
  return found.find((file) => existsSync(file)) ?? null;
}

/** Installs what is missing where that is ours to do (Debian, root) and answers what is missing still. */
export function provide(programs) {
  const missing = programs.filter((program) => which(program) === null);
  if (missing.length === 0) return [];
  const packages = missing.map((program) => packageOf[program]).join(' ');
  if (process.getuid?.() !== 0 || !which('apt-get')) {
    console.log(
      `Missing on this machine: ${missing.join(', ')}. On Debian or Ubuntu: sudo apt-get install ${packages}`,
    );
    return missing;
  }
  console.log(`Installing ${packages} with apt-get …`);
  const quietly = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const withoutServices = denyServices();
  spawnSync('apt-get', ['update', '-qq'], quietly);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages.split(' ')], quietly);
  withoutServices();
  return missing.filter((program) => which(program) === null);
}

/** Debian starts a service when it installs one; a test run leaves none behind. */
function denyServices() {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => undefined;
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(policy, { force: true });
}

/** The environment of every step: the Node of the project first, temporary files in the scratch directory. */
export function environment(more = {}) {
  const path = [dirname(pinnedNode()), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const foreign = ['DATABASE_URL', 'REDIS_URL', 'KHOU_DATA_DIR', 'NODE_OPTIONS'];
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.includes(name)));
  return {
    ...rest,
    PATH: path,
    TMPDIR: scratch,
    TMP: scratch,
    TEMP: scratch,
    KHOU_TEST_RUN: scratch,
    CI: '1',
    ...more,
  };
}

/** Runs a program in a group of its own and answers its exit code; `output` collects instead of showing. */
export function run(command, args, { cwd = root, env = {}, collect = false, minutes = 15 } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const stdio = collect ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd, env: environment(env), stdio, detached: process.platform !== 'win32' });
    groups.add(child);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const limit = setTimeout(() => {
      console.log(`${command} did not end within ${minutes} minutes.`);
      endGroup(child, 'SIGKILL');
    }, minutes * 60_000);
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      clearTimeout(limit);
      endGroup(child, 'SIGKILL');
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Starts a server that lives until `stop` is called. */
export function serve(command, args, { env = {}, log }) {
  const child = spawn(command, args, {
    cwd: root,
    env: environment(env),
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
  });
  groups.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(20_000)]);
    endGroup(child, 'SIGKILL');
  };
  return { stop, isRunning: () => child.exitCode === null && child.signalCode === null };
}

function endGroup(child, signal) {
  groups.delete(child);
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has ended already.
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

let left = false;

/** Ends whatever this run started, by its process id, and removes what it wrote. */
export function leave() {
  if (left) return;
  left = true;
  for (const child of groups) endGroup(child, 'SIGKILL');
  for (const pid of [...temporaryPostgres(), ...marked()]) kill(pid);
  for (let tries = 0; tries < 10; tries += 1) {
    try {
      rmSync(scratch, { recursive: true, force: true });
      return;
    } catch {
      spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 100)']);
    }
  }
}

/** Servers of temporary clusters that lost their test. */
function temporaryPostgres() {
  if (!existsSync(scratch)) return [];
  return readdirSync(scratch).flatMap((name) => {
    const note = join(scratch, name, 'postgres', 'data', 'postmaster.pid');
    return existsSync(note) ? [Number(readFileSync(note, 'utf8').split('\n')[0])] : [];
  });
}

/** On Linux every process still carries the mark of the run that started it. */
function marked() {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      if (pid === process.pid) return false;
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(runMark);
      } catch {
        return false;
      }
    });
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
