import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { keepsProgram } from './offline.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const t = (await words('teach', 'saves')).lo;
const people = 12;

journey('A trainer calls twelve names, also without a signal', async ({ step, device }) => {
  const phone = await device();
  const { page, context } = phone;
  const half = (name) =>
    page.getByRole('group', { name: t.class.halfDay }).getByRole('button', { name: new RegExp(`${name}$`) });
  const names = page.getByRole('list', { name: /./ }).getByRole('group');
  const mark = (name, kind) => name.getByTitle(t.class.marks[kind], { exact: true }).click();
  const here = (n) => page.getByRole('status').getByText(t.class.hereOf(n, people)).waitFor();
  const state = (said) => page.getByRole('banner').getByRole('link', { name: said, exact: true });

  await step('opens the list of this morning: eleven are here, one is not', async () => {
    await signIn(phone, 'M1001');
    await page.getByRole('link', { name: 'ຫ້ອງຮຽນທົດລອງ (ສົມມຸດ)' }).click();
    await page.getByRole('link', { name: t.class.attendance, exact: true }).click();
    await half(t.class.am).first().click();
    await here(11);
    assert.equal(await names.count(), people);
    await isAccessible(page, { dark: true });
  });

  await step('the one who was missing came late', async () => {
    await mark(names.filter({ has: page.getByRole('radio', { name: t.class.marks.absent, checked: true }) }), 'late');
    await here(12);
    await state(t.sent).waitFor();
  });

  await step('calls the names of the afternoon without a signal', async () => {
    await keepsProgram(page, 'teach');
    await context.setOffline(true);
    await half(t.class.pm).first().click();
    await page.getByText(t.class.leftToMark(people)).waitFor();
    await mark(names.nth(2), 'absent');
    await mark(names.nth(5), 'excused');
    await page.getByRole('button', { name: t.class.restPresent }).click();
    await here(10);
    await page.getByText(t.class.leftToMark(0)).waitFor();
    await state(t.here(people)).waitFor();
    await isAccessible(page);
  });

  await step('the list and the marks are there after the page was loaded again', async () => {
    await page.reload();
    await here(10);
    assert.ok(await names.nth(2).getByRole('radio', { name: t.class.marks.absent }).isChecked());
    await state(t.here(people)).waitFor();
  });

  await step('finds the signal, and the twelve marks are on the server', async () => {
    const sent = page.waitForResponse((response) => response.url().endsWith('/api/v1/sync') && response.ok());
    await context.setOffline(false);
    const { verdicts } = await (await sent).json();
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      Array(people).fill('accepted'),
    );
    await state(t.sent).waitFor();
  });

  await step('the other trainer of the class sees them', async () => {
    const other = await device({ size: 'desktop' });
    await signIn(other, 'M1002');
    await other.page.goto(page.url());
    await other.page.getByRole('status').getByText(t.class.hereOf(10, people)).waitFor();
    await isAccessible(other.page);
  });
});
