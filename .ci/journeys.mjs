// Journeys in a browser, in lanes: each lane has a whole program with a demonstration of its own, and takes the next journey as
// soon as one is over. A browser and a server keep two processors busy, so there is a lane for each pair.
import { closeSync, existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../start.mjs';
import { freePort, root, run, scratch, serve, which } from './machine.mjs';

const folder = join(root, 'web', 'e2e');

/** All journeys, or those whose name has one of the patterns in it. */
export async function journeys({ patterns }) {
  const chosen = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /[.](journey|spec|test)[.](mjs|ts)$/.test(name))
    .filter((name) => patterns.length === 0 || patterns.some((pattern) => name.includes(pattern)))
    .sort()
    .map((name) => join(folder, name));
  if (chosen.length === 0) return { passed: 0, failed: 0 };
  await build({ web: true });
  const waiting = [...chosen];
  const count = Math.min(chosen.length, Math.max(1, Math.floor(availableParallelism() / 2)), 4);
  const lanes = await Promise.all(Array.from({ length: count }, (_, index) => lane(index, waiting)));
  const sum = (word) => lanes.flat().reduce((total, result) => total + result[word], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

async function lane(index, waiting) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const place = { KHOU_DATA_DIR: join(scratch, `journeys-${index}`), PORT: String(port), PUBLIC_URL: url };
  const logFile = join(scratch, `journeys-${index}.log`);
  const log = openSync(logFile, 'a');
  const main = join(root, 'api', 'dist', 'main.js');
  const server = serve('node', [main, 'serve'], { env: { ...place, KHOU_DEMO: 'yes' }, log });
  const results = [];
  try {
    if (!(await isReady(url, server))) throw new Error(`The program did not start:\n${readFileSync(logFile, 'utf8')}`);
    const env = { ...place, KHOU_URL: url, KHOU_LOG: logFile, KHOU_CHROMIUM: which('chromium') ?? '' };
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) results.push(await walked(file, env));
  } finally {
    await server.stop();
    closeSync(log);
  }
  return results;
}

/** Walks one journey; what it says is printed when it is over, so that those of two lanes do not mix. */
async function walked(file, env) {
  const tap = join(scratch, `${basename(file)}.tap`);
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tap}`,
  ];
  const { code, output } = await run('node', ['--test', ...reporters, file], { env, collect: true, minutes: 10 });
  const told = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
  const count = (word) => Number(told.match(new RegExp(`^# ${word} (\\d+)`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  /* What the runner counts is said at the end of the step; only a failure is told a second time below its counts. */
  console.log((code === 0 ? output.split(/^ℹ tests /m)[0] : output).trimEnd());
  return { passed: count('pass'), failed: code !== 0 && failed === 0 ? 1 : failed };
}

export async function isReady(url, server) {
  for (let waited = 0; waited < 120_000 && server.isRunning(); waited += 200) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return true;
    await pause(200);
  }
  return false;
}
