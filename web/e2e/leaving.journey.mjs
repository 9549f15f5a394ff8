import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { home, journey } from './browser.mjs';
import { memoryOf } from './memory.mjs';
import { keepsProgram } from './offline.mjs';
import { fillSignIn, secretOf, signIn } from './people.mjs';
import { words } from './words.mjs';

const learn = (await words('learn')).lo;
const saves = (await words('saves')).lo;
const shell = (await words('shell')).lo;
const forPublic = (await words('public')).lo;

journey('A phone that two officers share forgets the one who signs out', async ({ step, device }) => {
  const phone = await device();
  const { page, context } = phone;
  const people = {};
  const menu = (name) => page.getByRole('button', { name: shell.accountOf(name), exact: true });

  async function comes(userName) {
    await signIn(phone, userName);
    const me = await (await context.request.get('/api/v1/session')).json();
    people[userName] = me;
    await menu(me.nameLo).waitFor();
  }

  async function opens(module) {
    await page.getByRole('link', { name: shell.nav.lessons, exact: true }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(module) })
      .click();
    await page.getByRole('button', { name: learn.finishPart }).waitFor();
  }

  async function leaves(userName, how) {
    await menu(people[userName].nameLo).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${how}`) })
      .click();
  }

  const atTheDoor = () => page.getByLabel(forPublic.signIn.name).waitFor();
  const isSignedOut = async () => assert.equal((await context.request.get('/api/v1/session')).status(), 401);

  await step('the first signs in and reads, so that the phone keeps lessons, progress and the program', async () => {
    await comes('T1001');
    await opens('M03');
    await keepsProgram(page, 'learn');
    const memory = await memoryOf(page);
    assert.ok(memory.databases.length > 0 && memory.caches.length > 1, 'there is something to forget');
    await menu(people.T1001.nameLo).click();
    await isAccessible(page, { dark: true });
    await page.keyboard.press('Escape');
  });

  await step('signing out leaves nothing on the phone, and ends the session', async () => {
    await leaves('T1001', shell.signOut);
    await atTheDoor();
    await isSignedOut();
    const memory = await memoryOf(page);
    assert.deepEqual(memory.databases, []);
    assert.deepEqual(memory.caches, []);
    isNotOf(memory, people.T1001);
  });

  await step('going back in the browser shows the door, not the page of before', async () => {
    await page.goBack();
    await atTheDoor();
  });

  await step('the second signs in and finds only what is theirs', async () => {
    await comes('T1002');
    await opens('M03');
    assert.ok(!(await page.locator('body').innerText()).includes(people.T1001.nameLo));
    isNotOf(await memoryOf(page), people.T1001);
  });

  await step('without a signal the second is asked before unsent work goes, and may stay', async () => {
    await keepsProgram(page, 'learn');
    await page.getByRole('link', { name: saves.sent, exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: learn.finishPart }).click();
    await page.getByRole('link', { name: saves.here(1), exact: true }).waitFor();
    await leaves('T1002', shell.signOut);
    await page.getByRole('dialog').getByText(shell.leaveUnsent(1)).waitFor();
    await isAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: shell.stay }).click();
  });

  await step('hands the phone over instead; the first may use it, and sees nothing of the second', async () => {
    await context.setOffline(false);
    await page.getByRole('link', { name: saves.sent, exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: learn.finishPart }).click();
    await page.getByRole('link', { name: saves.here(1), exact: true }).waitFor();
    await leaves('T1002', shell.handOver);
    await page.waitForURL('**/sign-in');
    await page.getByRole('heading', { level: 1, name: shell.errorPage.signedOut }).waitFor();
    await context.setOffline(false);
    await atTheDoor();
    await isSignedOut();
    await fillSignIn(page, 'lo', 'T1001', secretOf('T1001'));
    await menu(people.T1001.nameLo).waitFor();
    await page.getByRole('link', { name: saves.sent, exact: true }).waitFor();
    assert.ok(!(await page.locator('body').innerText()).includes(people.T1002.nameLo));
  });

  await step('what the second had not sent waited on the phone, and goes when they are back', async () => {
    await leaves('T1001', shell.handOver);
    await atTheDoor();
    const sent = page.waitForResponse((response) => response.url().endsWith('/api/v1/sync') && response.ok());
    await comes('T1002');
    const { verdicts } = await (await sent).json();
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ['accepted'],
    );
  });

  await step('signing out without a signal clears the phone too', async () => {
    await opens('M03');
    await keepsProgram(page, 'learn');
    await page.getByRole('link', { name: saves.sent, exact: true }).waitFor();
    await context.setOffline(true);
    await leaves('T1002', shell.signOut);
    await page.waitForURL('**/sign-in');
    const memory = await memoryOf(page);
    assert.deepEqual(memory.databases, []);
    isNotOf(memory, people.T1002);
    await page.goto('/learn');
    await page.getByRole('heading', { level: 1, name: shell.errorPage.signedOut }).waitFor();
    await isAccessible(page);
    assert.ok(!(await page.locator('body').innerText()).includes(people.T1002.nameLo), 'and the pages stay shut');
  });

  await step('and the session ends by itself as soon as there is one', async () => {
    await context.setOffline(false);
    await atTheDoor();
    await isSignedOut();
    assert.equal(new URL(page.url()).origin, home);
  });

  await step('whoever was sent to the door from the door comes in all the same', async () => {
    await page.goto(`/sign-in?next=${encodeURIComponent('/sign-in')}`);
    await fillSignIn(page, 'lo', 'T1002', secretOf('T1002'));
    await menu(people.T1002.nameLo).waitFor();
  });

  await step('and who signs out in one tab is gone from the other too', async () => {
    const other = await context.newPage();
    await other.goto('/learn/results');
    await other.getByRole('button', { name: shell.accountOf(people.T1002.nameLo), exact: true }).waitFor();
    await leaves('T1002', shell.signOut);
    await atTheDoor();
    await other.getByLabel(forPublic.signIn.name).waitFor();
    assert.ok(!(await other.locator('body').innerText()).includes(people.T1002.nameLo));
  });
});

/** Nothing that names the person is left: no name, no id, no user name. */
function isNotOf({ text }, { nameLo, nameEn, personId, accountId, userName }) {
  for (const trace of [nameLo, nameEn, personId, accountId, userName])
    assert.ok(!text.includes(trace), `${trace} is left on the phone`);
}
