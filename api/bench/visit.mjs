// What a trainee's phone fetches: from the first page until a module is open and the device could do without a network, and
// again on the next day. Each beside what the same visit would cost if nothing were compressed.
import { chromium } from 'playwright-core';
import { nodeFlags, nodeMemory } from '../../start.mjs';
import { keepsProgram } from '../../web/e2e/offline.mjs';
import { words } from '../../web/e2e/words.mjs';
import { aDemoDatabase } from './demo-database.mjs';
import { freePort, main, print, rounded, serving } from './program.mjs';
import { aCountedWire } from './wire.mjs';

const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const t = (await words('public', 'shell', 'learn')).lo;

const database = await aDemoDatabase();
const port = await freePort();
const wire = await aCountedWire(port);
const home = `http://127.0.0.1:${wire.port}`;
const environment = {
  ...nodeMemory,
  DATABASE_URL: database.url,
  KHOU_DATA_DIR: database.dataDir,
  KHOU_DEMO: 'no',
  KHOU_LOG_LEVEL: 'error',
  PUBLIC_URL: home,
};
const program = await serving([...nodeFlags, main, 'serve'], port, environment);
const browser = await chromium.launch({
  executablePath: process.env.KHOU_CHROMIUM || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const context = await browser.newContext({ ...phone, baseURL: home });
  await visit(context, firstTime);
  const first = wire.taken();
  await visit(context, again);
  const repeated = wire.taken();
  report('first-visit-bytes', first, 150_000);
  report(
    'first-visit-javascript',
    first.filter(({ type }) => type.includes('javascript')),
    70_000,
  );
  report('repeat-visit-bytes', repeated, 5_000);
  if (process.argv.includes('--list')) list([...first, ...repeated]);
} finally {
  await browser.close();
  await program.stop();
  wire.stop();
  await database.stop();
}

async function visit(context, walk) {
  const page = await context.newPage();
  await walk(page);
  await page.getByRole('button', { name: t.finishPart }).waitFor();
  // Whatever the service worker still fetches behind the page belongs to the visit.
  await keepsProgram(page, 'learn', `http://127.0.0.1:${port}`);
  await page.waitForLoadState('networkidle');
  await page.close();
}

async function firstTime(page) {
  const { secret, userName } = database.signIns.find((one) => one.userName === 'T1001');
  await page.goto('/');
  await page.getByLabel(t.signIn.name).fill(userName);
  await page.getByLabel(t.signIn.secret, { exact: true }).fill(secret);
  await page.getByRole('button', { name: t.signIn.submit }).click();
  await openModule(page);
}

async function again(page) {
  await page.goto('/learn');
  await openModule(page);
}

async function openModule(page) {
  await page.getByRole('link', { name: t.nav.lessons, exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: /M02/ }).click();
}

function report(id, answers, target) {
  const sum = (key) => answers.reduce((total, answer) => total + answer[key], 0);
  const [value, baseline] = [sum('bytes'), sum('plain')];
  print({ id, value, unit: 'bytes', baseline, ratio: rounded(value / baseline), target, meets: value <= target });
}

/** Everything that was fetched, to see where the bytes go; `+` marks what the service worker took behind the page. */
function list(answers) {
  for (const { bytes, behind, type, path } of answers)
    console.error(String(bytes).padStart(7), behind ? '+' : ' ', type.split(';')[0].padEnd(24), path);
}
