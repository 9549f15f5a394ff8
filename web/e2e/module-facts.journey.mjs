import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const { lo: t, en } = await words('module-facts');
const { lo: drafts } = await words('drafts');
const { lo: editor, en: english } = await words('editor');
const { lo: form } = await words('question-form');

const folder = '02-trafficking-in-persons';

journey('A trainer who has never seen YAML writes what a module is about, on a phone', async ({ step, device }) => {
  const phone = await device();
  const desk = await device({ size: 'desktop', language: 'en' });
  const { page } = phone;
  const row = (name) => page.getByRole('group', { name, exact: true }).first();
  const save = () => page.getByRole('button', { name: t.save, exact: true }).click();
  const state = (name) => page.locator(`[data-state="${name}"]`).waitFor();
  let about;

  await step('finds both languages of the head of the module as a form', async () => {
    await signIn(phone, 'M1002');
    await page.goto('/teach/curricula');
    await page.getByRole('button', { name: `${drafts.openDraft}: foundation` }).click();
    await page.getByText(drafts.passes).first().waitFor();
    about = `${new URL(page.url()).pathname}/modules/${folder}?tab=about`;
    await page.goto(about.replace('?tab=about', ''));
    await page.getByRole('link', { name: editor.tabs.about }).click();
    await row('M02.1').waitFor();
    await isAccessible(page, { dark: true });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(width, 360, 'nothing sticks out of the screen');
  });

  await step('an objective that questions ask about stays, and they are named', async () => {
    await page.getByRole('button', { name: form.removeEntry('M02.1'), exact: true }).click();
    const notice = page.getByRole('alert').filter({ hasText: t.usedTitle('M02.1') });
    await notice.getByRole('link', { name: /^M02-/ }).first().waitFor();
    await row('M02.1').waitFor();
  });

  await step('a new one has its id, and is written without a mouse', async () => {
    await page.getByRole('button', { name: t.addObjective }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Say who may see a file');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ບອກໄດ້ວ່າໃຜເບິ່ງເອກະສານໄດ້');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Control+s');
    await state('saved');
  });

  await step('what cannot stand is said at its field in Lao, and nothing typed is lost', async () => {
    const minutes = page.getByLabel(t.fields.minutes, { exact: true });
    await minutes.fill('0');
    await save();
    await page.getByText('ຈຳນວນເຕັມລະຫວ່າງ 1 ຫາ 480.').waitFor();
    await isAccessible(page);
    await page.reload();
    await page.getByText(editor.takenUp).waitFor();
    assert.equal(await minutes.inputValue(), '0');
    await page.getByRole('button', { name: /^ໃຊ້ \d+ ນາທີ$/ }).click();
    await state('saved');
  });

  await step('without a network it stays on the device, and goes when the network is back', async () => {
    await page.getByRole('textbox', { name: `${t.fields.title}, ${form.languages.lo}` }).fill('ການຄ້າມະນຸດ');
    await phone.context.setOffline(true);
    await save();
    await state('offline');
    await phone.context.setOffline(false);
    await state('saved');
  });

  await step('somebody else changes another field: both stay; the same field: both are shown', async () => {
    const other = desk.page;
    await signIn(desk, 'ADMIN');
    await other.goto(about.replace('/teach/', '/admin/'));
    const title = other.getByRole('textbox', { name: `${en.fields.title}, ${english.tabs.en}` });
    await title.fill('Trafficking');
    await other.getByLabel(en.fields.state, { exact: true }).selectOption('complete');
    await other.keyboard.press('Control+s');
    await other.locator('[data-state="saved"]').waitFor();
    await isAccessible(other, { dark: true });
    await page.getByLabel(t.fields.state, { exact: true }).selectOption('reviewed');
    await save();
    await page.getByRole('alert').getByText(t.takeTheirs).waitFor();
    await isAccessible(page);
    await page.getByRole('button', { name: t.keepMine }).click();
    await state('saved');
    assert.equal(
      await page.getByRole('textbox', { name: `${t.fields.title}, ${form.languages.en}` }).inputValue(),
      'Trafficking',
    );
  });
});
