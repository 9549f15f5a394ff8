// The steps of `npm test`, in their order. Each answers how many checks passed and failed.
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../start.mjs';
import { audit } from './audit.mjs';
import { isReady, journeys } from './journeys.mjs';
import { lockFaults } from './lock.mjs';
import { freePort, root, run, scratch, serve } from './machine.mjs';

const module = (...path) => join(root, 'node_modules', ...path);
const api = join(root, 'api');
const web = join(root, 'web');

export const steps = [
  { name: 'lock', heading: 'The lock file holds the packages of every platform', run: lock },
  { name: 'lint', heading: 'Lint and format', run: lint },
  { name: 'borders', heading: 'Borders between features', run: borders },
  { name: 'types', heading: 'Types of API and web', run: types },
  { name: 'audit', heading: 'Known faults in packages', run: advisories },
  { name: 'contract', heading: 'openapi.json and the typed client are up to date', run: contract },
  {
    name: 'jest',
    heading: 'Rules, http on PostgreSQL, jobs on Bull and Redis',
    run: jest,
    needs: ['redis-server', 'pdftotext', 'hb-shape', 'qpdf', 'zbarimg'],
  },
  { name: 'web', heading: 'Rules of the web, and its build', run: webBuild },
  { name: 'start', heading: 'The starter starts, answers and stops', run: starts },
  { name: 'journeys', heading: 'Journeys in a browser', run: journeys, needs: ['chromium', 'pdftotext', 'zbarimg'] },
];

async function lock() {
  return told(lockFaults(root));
}

async function lint() {
  return counted([run('oxlint', ['--deny-warnings']), run('oxfmt', ['--check', '.'])]);
}

async function borders() {
  return counted([run('depcruise', ['--config', 'borders.cjs', 'api/src', 'web/src'])]);
}

async function types() {
  return counted([
    run('tsc', ['-p', 'api', '--noEmit']),
    run('svelte-kit', ['sync'], { cwd: web }).then(({ code }) =>
      code === 0
        ? run('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'], { cwd: web })
        : { code },
    ),
  ]);
}

async function advisories() {
  const { checked, faults, notes } = await audit();
  for (const note of notes) console.log(note);
  return checked ? told(faults) : { passed: 0, failed: 0 };
}

/** Generates both files anew and compares; `npm run contract` writes them. */
async function contract() {
  await build({ web: false });
  const fresh = { api: join(scratch, 'openapi.json'), client: join(scratch, 'schema.d.ts') };
  const made = await run('node', ['dist/main.js', 'openapi', '--out', fresh.api], { cwd: api });
  if (made.code !== 0) return { passed: 0, failed: 2 };
  await run('openapi-typescript', [fresh.api, '-o', fresh.client], { collect: true });
  const pairs = [
    [fresh.api, join(api, 'openapi.json')],
    [fresh.client, join(web, 'src', 'lib', 'api', 'schema.d.ts')],
  ];
  const stale = pairs.filter(([now, kept]) => content(now) === null || content(now) !== content(kept));
  for (const [, kept] of stale) console.log(`${kept} is stale: run npm run contract and commit it.`);
  return { passed: pairs.length - stale.length, failed: stale.length };
}

function content(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

async function jest({ patterns }) {
  const report = join(scratch, 'jest.json');
  const given = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    module('jest', 'bin', 'jest.js'),
  ];
  const { code } = await run('node', [...given, '--json', `--outputFile=${report}`, ...patterns], {
    cwd: api,
    minutes: 30,
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function webBuild() {
  const rules = await counted([run('node', ['--test', 'src/**/*.spec.ts'], { cwd: web })]);
  await build({ web: true });
  return { passed: rules.passed + 1, failed: rules.failed };
}

/** What `npm start` runs, on an empty data directory: the first page comes, and SIGTERM ends it cleanly. */
async function starts() {
  await build({ web: true });
  const port = await freePort();
  const logFile = join(scratch, 'start.log');
  const log = openSync(logFile, 'a');
  const env = { KHOU_DATA_DIR: join(scratch, 'start'), PORT: String(port), KHOU_DEMO: 'no' };
  const server = serve('node', [join(root, 'start.mjs')], { env, log });
  try {
    if (!(await isReady(`http://localhost:${port}`, server))) return told([`It did not start:\n${content(logFile)}`]);
    const page = await fetch(`http://localhost:${port}/`).then((answer) => answer.text());
    return told(page.includes('lang="lo"') ? [] : ['The first page is not in Lao.']);
  } finally {
    await server.stop();
    closeSync(log);
  }
}

async function counted(runs) {
  const codes = (await Promise.all(runs)).map(({ code }) => code);
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: codes.length - failed, failed };
}

function told(faults) {
  for (const fault of faults) console.log(fault);
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: faults.length };
}
