// A list of 5,000 officers from the upload to the last row written, beside one bare statement that writes as many rows into the
// same tables, indexes included.
import { aList } from '../dist/people/import/list.fixture.js';
import { nodeFlags } from '../../start.mjs';
import { aDemoDatabase } from './demo-database.mjs';
import { freePort, main, median, print, rounded, serving } from './program.mjs';

const count = 5_000;
const rounds = 3;
const database = await aDemoDatabase();
const port = await freePort();
const home = `http://127.0.0.1:${port}`;
const environment = {
  DATABASE_URL: database.url,
  KHOU_DATA_DIR: database.dataDir,
  KHOU_DEMO: 'no',
  KHOU_LOG_LEVEL: 'error',
  PUBLIC_URL: home,
};
const program = await serving([...nodeFlags, main, 'serve'], port, environment);
try {
  const cookie = await signIn();
  const [ours, bare] = [[], []];
  for (let round = 0; round < rounds; round++) {
    bare.push(await took(() => insert(round)));
    ours.push(await took(() => bringIn(cookie, round)));
  }
  const [value, baseline] = [median(ours), median(bare)];
  print({
    id: 'people-import',
    value: rounded(value),
    unit: 's',
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    target: 10,
    meets: value < 10,
  });
} finally {
  await program.stop();
  await database.stop();
}

async function took(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** What an administrator does: sends the list, takes whoever looks like somebody known as a new person, confirms. */
async function bringIn(cookie, round) {
  const form = new FormData();
  form.set('file', new Blob([csv(`BENCH${round}`)]), 'list.csv');
  const preview = await asked('POST', '/api/v1/imports', { headers: { cookie }, body: form });
  const json = { cookie, 'content-type': 'application/json' };
  await asked('PATCH', `/api/v1/imports/${preview.id}/lines`, {
    headers: json,
    body: JSON.stringify({ decision: 'take', lines: 'undecided' }),
  });
  const { state } = await asked('PUT', `/api/v1/imports/${preview.id}/confirmation`, {
    headers: json,
    body: '{}',
  });
  const { rows } = await database.pool.query(
    `select count(*)::int as count from persons where service_number like $1`,
    [`BENCH${round}-%`],
  );
  if (state !== 'confirmed' || rows[0].count !== count) throw new Error(`${rows[0].count} of ${count} came in`);
}

function csv(series) {
  const rows = aList(count, series).map((one) =>
    [one.serviceNumber, one.givenNameLo, one.familyNameLo, one.sex, one.unit, one.phone].join(','),
  );
  return ['ລະຫັດພະນັກງານ,ຊື່,ນາມສະກຸນ,ເພດ,ດ່ານ,ເບີໂທ', ...rows].join('\n');
}

function insert(round) {
  const people = aList(count, `BARE${round}`);
  return database.pool.query(
    `with written as (
       insert into persons (id, given_name_lo, family_name_lo, sex, service_number, service_number_key, search_key, created_at, updated_at)
       select gen_random_uuid(), given, family, 'male', number, lower(number), concat_ws(' ', given, family, lower(number)), now(), now()
       from unnest($1::text[], $2::text[], $3::text[]) as listed (given, family, number)
       returning id)
     insert into postings (id, person_id, unit_id, valid_from)
     select gen_random_uuid(), written.id, (select id from units limit 1), current_date from written`,
    [
      people.map((one) => one.givenNameLo),
      people.map((one) => one.familyNameLo),
      people.map((one) => one.serviceNumber),
    ],
  );
}

async function signIn() {
  const { userName, secret } = database.signIns.find((one) => one.who === 'Administrator');
  const response = await fetch(`${home}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: userName, secret }),
  });
  return response.headers.get('set-cookie').split(';')[0];
}

async function asked(method, path, request) {
  const response = await fetch(`${home}${path}`, { method, ...request });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
