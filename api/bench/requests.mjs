// A signed-in module read and a saved answer, in requests a second, beside a bare Fastify + pg that runs the same statements;
// and what the program weighs afterwards.
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { fileURLToPath } from 'node:url';
import { aDemoDatabase, sessionsOfToday } from './demo-database.mjs';
import { nodeFlags, nodeMemory } from '../../start.mjs';
import { freePort, main, median, print, rounded, serving } from './program.mjs';

const seconds = 4;
const rounds = 3;
const database = await aDemoDatabase();
const [ourPort, barePort] = [await freePort(), await freePort()];
const environment = {
  ...nodeMemory,
  DATABASE_URL: database.url,
  KHOU_DATA_DIR: database.dataDir,
  KHOU_DEMO: 'no',
  KHOU_LOG_LEVEL: 'error',
  PUBLIC_URL: `http://127.0.0.1:${ourPort}`,
};
const ours = await serving([...nodeFlags, main, 'serve'], ourPort, environment);
const bare = await serving([fileURLToPath(new URL('bare-server.mjs', import.meta.url))], barePort, environment);
try {
  const learners = await sessionsOfToday(database.pool);
  await openTest(learners[0].cohortId);
  for (const learner of learners) learner.attempt = await begin(learner);
  await weigh(learners);
  await compare('module-read', (_port, index) => read(learners[index]), learners);
  await compare('answer-saved', (_port, index, count) => answer(learners[index], count), learners);
} finally {
  await ours.stop();
  await bare.stop();
  await database.stop();
}

/** What the program weighs after 10,000 signed-in requests, module reads and saved answers in turn. */
async function weigh(learners) {
  const mixed = (_port, index, count) => (count % 2 === 0 ? read(learners[index]) : answer(learners[index], count));
  await load(ourPort, mixed, learners, { amount: 10_000 });
  await load(barePort, mixed, learners, { amount: 10_000 });
  const [value, baseline] = [residentBytes(ours.pid) / 1e6, residentBytes(bare.pid) / 1e6];
  print({
    id: 'api-memory',
    value: rounded(value),
    unit: 'MB',
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    target: 250,
    meets: value < 250,
  });
}

function read({ cookie, versionId }) {
  return { method: 'GET', headers: { cookie }, path: `/api/v1/versions/${versionId}/modules/M02?locale=lo` };
}

async function compare(id, requestOf, learners) {
  const rates = { ours: [], bare: [] };
  await load(ourPort, requestOf, learners, { duration: 1 });
  await load(barePort, requestOf, learners, { duration: 1 });
  for (let round = 0; round < rounds; round++) {
    rates.ours.push(await load(ourPort, requestOf, learners, { duration: seconds }));
    rates.bare.push(await load(barePort, requestOf, learners, { duration: seconds }));
  }
  const [value, baseline] = [median(rates.ours), median(rates.bare)];
  print({
    id,
    value: rounded(value),
    unit: 'requests/s',
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    target: 0.5,
    meets: value / baseline >= 0.5,
  });
}

async function load(port, requestOf, learners, extent) {
  let count = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 24,
    ...extent,
    requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(port, count % learners.length, count++) }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were refused and ${result.errors} failed on port ${port}`);
  return result.requests.total / result.duration;
}

function answer({ cookie, personId, cohortId, attempt }, count) {
  const question = attempt.questions[count % attempt.questions.length];
  const choice = answerTo(question);
  const fact = {
    id: randomUUIDv7(),
    kind: 'answer.saved',
    actor: personId,
    cohort: cohortId,
    deviceSeq: count,
    occurredAt: new Date().toISOString(),
    payload: { attempt: attempt.id, question: question.id, seq: (attempt.seq += 1), answer: choice },
  };
  return {
    method: 'POST',
    path: '/api/v1/sync',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ device: attempt.device, facts: [fact] }),
  };
}

/** Something that could be an answer; whether it is right is not asked. */
function answerTo({ type, options, steps, rows, choices, spots, parts }) {
  switch (type) {
    case 'single':
      return options[0].id;
    case 'multiple':
      return [options[0].id];
    case 'ordering':
      return steps.map(({ id }) => id);
    case 'matching':
      return { [rows[0].id]: choices[0].id };
    case 'hotspot':
      return spots[0].id;
    case 'case':
      return { [parts[0].id]: answerTo(parts[0]) };
    case 'true-false':
      return true;
    case 'short-answer':
      return 'a word';
    default:
      return 1;
  }
}

async function openTest(cohortId) {
  const trainer = database.signIns.find((one) => one.who === 'Master Trainer');
  const signedIn = await post('/api/v1/session', { name: trainer.userName, secret: trainer.secret });
  const cookie = signedIn.headers.get('set-cookie').split(';')[0];
  await post(`/api/v1/cohorts/${cohortId}/tests/post-test/opening`, {}, cookie);
}

async function begin({ cookie, cohortId }) {
  const response = await post('/api/v1/attempts', { cohortId, testCode: 'post-test' }, cookie);
  return { ...(await response.json()), device: randomUUID(), seq: 0 };
}

async function post(path, body, cookie) {
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
  const response = await fetch(`http://127.0.0.1:${ourPort}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** Resident set of a process, in bytes (Linux). */
function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}
