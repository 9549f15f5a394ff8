import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { keepsProgram } from './offline.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const learn = (await words('learn', 'tests')).lo;
const saves = (await words('saves')).lo;
const { lo: shell, en: english } = await words('shell');

journey('An officer reads a lesson on a phone, and goes on without a signal', async ({ step, device }) => {
  const phone = await device();
  const { page, context } = phone;
  const main = page.getByRole('main');
  const nextPart = page.getByRole('button', { name: learn.finishPart });
  const partHeading = (n) => main.getByText(new RegExp(`^${learn.part(n, 7)}`));
  const state = (said) => page.getByRole('banner').getByRole('link', { name: said, exact: true });
  const practice = () => main.getByRole('region', { name: learn.practice });

  await step('signs in and sees today', async () => {
    await signIn(phone, 'T1001');
    await main.getByRole('heading', { level: 2, name: learn.today }).waitFor();
    await isAccessible(page, { dark: true });
  });

  await step('opens the lesson M02 from the list', async () => {
    await page.getByRole('link', { name: shell.nav.lessons, exact: true }).click();
    await main.getByRole('link', { name: /M02/ }).waitFor();
    await isAccessible(page);
    await main.getByRole('link', { name: /M02/ }).click();
    await partHeading(1).waitFor();
    await main.getByText(learn.draft).waitFor();
    await isAccessible(page, { dark: true });
  });

  await step('a lesson has the parts of this kind of class: none for traditional posts', async () => {
    await main.getByRole('link', { name: shell.nav.lessons, exact: true }).click();
    await main.getByRole('link', { name: /M10/ }).click();
    await main.getByText(new RegExp(`^${learn.part(1, 5)}`)).waitFor();
    await main.getByText('ການສະແດງບົດບາດສຳລັບດ່ານປະເພນີ').waitFor({ state: 'detached' });
    await page.goBack();
    await main.getByRole('link', { name: /M02/ }).click();
    await partHeading(1).waitFor();
  });

  await step('turns to the second part, which is saved on the server as read', async () => {
    await nextPart.click();
    await partHeading(2).waitFor();
    await state(saves.sent).waitFor();
    await isAccessible(page);
  });

  await step('answers a practice question and is told why', async () => {
    await practice().getByRole('checkbox', { name: 'ຊອກຫາຄົນ' }).check();
    await practice().getByRole('button', { name: learn.check }).click();
    await practice().getByText(learn.partly).waitFor();
    for (const more of ['ຮັບເອົາຄົນຢູ່ປາຍທາງ', 'ໃຫ້ບ່ອນລີ້ຊ່ອນແກ່ຄົນ'])
      await practice().getByRole('checkbox', { name: more }).check();
    await practice().getByRole('button', { name: learn.check }).click();
    await practice().getByText(learn.correct, { exact: true }).first().waitFor();
    await isAccessible(page);
  });

  await step('loses the signal, and reads on after the page was loaded again', async () => {
    await keepsProgram(page, 'learn');
    await state(saves.sent).waitFor();
    await context.setOffline(true);
    await page.reload();
    await partHeading(2).waitFor();
    await nextPart.click();
    await partHeading(3).waitFor();
    await state(saves.here(1)).waitFor();
    await isAccessible(page);
  });

  await step('is told that the English words are not here yet, and keeps the Lao ones', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(shell.languageNotHere).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'lo');
    await isAccessible(page);
  });

  await step('answers a practice question without a signal', async () => {
    await practice().getByRole('radio', { name: 'ລາວສັນຍາວຽກອື່ນທີ່ມີຄ່າແຮງງານ' }).check();
    await practice().getByRole('button', { name: learn.check }).click();
    await practice().getByText(learn.correct, { exact: true }).first().waitFor();
    await state(saves.here(2)).waitFor();
  });

  await step('sees what waits to be sent, and Today as it was', async () => {
    await state(saves.here(2)).click();
    await page.getByRole('heading', { level: 1, name: saves.title }).waitFor();
    assert.equal(await main.getByRole('listitem').count(), 2);
    await isAccessible(page);
    await page.getByRole('link', { name: shell.nav.today, exact: true }).click();
    await main.getByRole('heading', { level: 2, name: learn.today }).waitFor();
    await main.getByText(saves.asOf('').trim()).waitFor();
  });

  await step('is told plainly that a lesson never opened is not on the phone', async () => {
    await page.getByRole('link', { name: shell.nav.lessons, exact: true }).click();
    await main.getByRole('link', { name: /M07/ }).click();
    await main.getByText(learn.notOnPhone).waitFor();
    await isAccessible(page);
  });

  await step('finds the signal again, and everything is sent by itself', async () => {
    const sent = page.waitForResponse((response) => response.url().endsWith('/api/v1/sync') && response.ok());
    await context.setOffline(false);
    const { verdicts } = await (await sent).json();
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ['accepted', 'accepted'],
    );
    await state(saves.sent).waitFor();
  });

  await step('now it turns into English, and stays so without a signal', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: english.nav.today, exact: true }).waitFor();
    await keepsProgram(page, 'learn');
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('link', { name: english.nav.today, exact: true }).waitFor();
    await context.setOffline(false);
  });

  await step('the server knows the two parts and the practice from now on, also on another phone', async () => {
    const other = await device();
    await signIn(other, 'T1001');
    await other.page.getByRole('link', { name: shell.nav.lessons, exact: true }).click();
    const line = other.page.getByRole('main').getByRole('link', { name: /M02/ });
    await line.getByText(learn.readOf(2, 7)).first().waitFor();
    await line.getByText(learn.practiceOf(2, 2)).waitFor();
  });
});
