// Curricula: how long checking takes, of those that come with the program and of the largest there may be; publishing with all
// printed products; comparing; opening a long list; and what one module weighs on the wire.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodeFlags, nodeMemory } from '../../start.mjs';
import { packSource, readFolder } from '../dist/format/index.js';
import { aDemoDatabase } from './demo-database.mjs';
import { writeLargeCurriculum } from './large-curriculum.mjs';
import { freePort, main, median, print, rounded, scratch, serving } from './program.mjs';

const shippedRoot = fileURLToPath(new URL('../../curricula/', import.meta.url));
const shipped = ['foundation', 'training-of-trainers', 'refresher'].map((name) => join(shippedRoot, name));
const bareReading = fileURLToPath(new URL('bare-reading.mjs', import.meta.url));
const folder = scratch();
/** Settled once there is a database; a check needs none. */
let environment = {};
const large = join(folder, 'large');
writeLargeCurriculum(large, { modules: 300, questions: 10_000 });
const changed = join(folder, 'changed');
rewrite(shipped[0], changed);

figure('curricula-check', 's', ...checking(shipped, 5), 1);
figure('large-check', 's', ...checking([large], 1), 10);

const database = await aDemoDatabase();
const port = await freePort();
environment = {
  ...nodeMemory,
  DATABASE_URL: database.url,
  KHOU_DATA_DIR: database.dataDir,
  KHOU_DEMO: 'no',
  KHOU_LOG_LEVEL: 'error',
  PUBLIC_URL: `http://127.0.0.1:${port}`,
};
let program = await serving([...nodeFlags, main, 'serve'], port, environment);
try {
  let cookie = await signedIn();
  await weighPages();
  const ask = async (path, init = {}) => answer(path, { ...init, headers: { ...init.headers, cookie } });

  const { items } = await ask('curricula');
  const [first] = items.find(({ code }) => code === 'foundation').versions;
  figure('publish-foundation', 's', await published(ask, changed), checking([changed], 1)[0], 15);
  const [second] = (await ask('curricula')).items.find(({ code }) => code === 'foundation').versions;
  const comparing = await times(9, () => ask(`versions/${second.id}/comparison?with=${first.id}`));
  figure(
    'compare-versions',
    'ms',
    median(comparing),
    median(await times(9, () => snapshots([first.id, second.id]))),
    300,
  );

  run(['curricula', 'publish', large]);
  /* A program that has just been started remembers nothing of a version. */
  await program.stop();
  program = await serving([...nodeFlags, main, 'serve'], port, environment);
  cookie = await signedIn();
  const [list] = await times(1, () => ask('curricula'));
  figure('large-list', 'ms', list, median(await times(5, () => ask('curricula'))), 200);
  const [big] = (await ask('curricula?limit=100')).items.find(({ code }) => code === 'large').versions;
  const opening = await times(5, () => ask(`versions/${big.id}`));
  figure('large-version', 'ms', Math.max(...opening), median(await times(5, () => ask(`versions/${first.id}`))), 200);
  const draftOf = ({ id }) =>
    ask('drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'version', versionId: id }),
    });
  const [draft, small] = [await draftOf(big), await draftOf(first)];
  const files = await times(5, () => ask(`drafts/${draft.id}`));
  figure('large-draft', 'ms', median(files), median(await times(5, () => ask(`drafts/${small.id}`))), 200);
} finally {
  await program.stop();
  await database.stop();
}

function figure(id, unit, value, baseline, target) {
  print({
    id,
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    target,
    meets: value <= target,
  });
}

/**
 * Seconds of the whole command, start included, and of a bare program that reads the same files with the same two parsers and
 * looks at nothing; the best of some rounds, because what else the machine does only ever adds.
 */
function checking(folders, rounds) {
  const [ours, bare] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(run(['curricula', 'check', ...folders]));
    bare.push(timed([bareReading, ...folders]));
  }
  return [Math.min(...ours), Math.min(...bare)];
}

function run(words) {
  return timed([main, ...words]);
}

/** As start.mjs runs a command; from its start to its end, in seconds. */
function timed(args) {
  const env = { ...process.env, ...environment, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}${stdout.slice(-2000)}`);
  return (performance.now() - began) / 1000;
}

/** A copy of a curriculum in which nearly every text says something else. */
function rewrite(from, to) {
  cpSync(from, to, { recursive: true });
  const outline = join(to, 'curriculum.yaml');
  writeFileSync(outline, readFileSync(outline, 'utf8').replace(/^version: .*$/m, 'version: 99.0.0'));
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/^(?:module|module\.lo)\.md$|^questions\.yaml$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(' the ', ' this very ').replaceAll('ເປັນ', 'ແມ່ນ'));
  }
}

async function signedIn() {
  const { userName: name, secret } = database.signIns.find(({ who }) => who === 'Administrator');
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, secret }),
  });
  return response.headers.get('set-cookie').split(';')[0];
}

async function answer(path, init) {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function times(count, work) {
  const taken = [];
  for (let round = 0; round < count; round++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}

/** Imports a folder as a draft, publishes it as a person does, and waits until the last document is printed; in seconds. */
async function published(ask, directory) {
  const { source } = await readFolder(directory);
  const form = new FormData();
  form.append('file', new Blob([packSource(source)], { type: 'application/zip' }), `${basename(directory)}.zip`);
  const draft = await ask('drafts/import', { method: 'POST', body: form });
  const began = performance.now();
  const { publicationId } = await ask(`drafts/${draft.id}/publish`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: '99.0.0', why: 'Measuring' }),
  });
  for (;;) {
    const { state, refusal, progress } = await ask(`publications/${publicationId}`);
    if (state === 'refused' || progress.failed > 0)
      throw new Error(`Not published: ${JSON.stringify({ refusal, progress })}`);
    if (state === 'published' && progress.done === progress.total) return (performance.now() - began) / 1000;
    await pause(50);
  }
}

/** The least that comparing must do: both snapshots read and told in JSON. */
async function snapshots(ids) {
  const { rows } = await database.pool.query('select snapshot from curriculum_versions where id = any($1)', [ids]);
  return JSON.stringify(rows).length;
}

/** The heaviest page of each audience: one module in one language, without its pictures; beside the same not compressed. */
async function weighPages() {
  const { rows } = await database.pool.query(
    `select distinct on (p.audience) p.audience, p.compressed_bytes as value, octet_length(p.body) as baseline
     from module_pages p order by p.audience, p.compressed_bytes desc`,
  );
  for (const { audience, value, baseline } of rows) figure(`module-pack-${audience}`, 'bytes', value, baseline, 30_000);
}
