import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const { lo: t, en: english } = await words('question-exchange');
const { lo: form } = await words('question-form');
const { lo: drafts, en: englishDrafts } = await words('drafts');
const { lo: shell } = await words('shell');

const folder = '02-trafficking-in-persons';

journey('Questions go out to another program and come back, on a phone', async ({ step, device }) => {
  const phone = await device();
  const desk = await device({ size: 'desktop', language: 'en' });
  const { page } = phone;
  let questions;
  let file;

  await step('a trainer opens a draft and its questions', async () => {
    await signIn(phone, 'M1001');
    await page.goto('/teach/curricula');
    await page.getByRole('button', { name: `${drafts.openDraft}: foundation` }).click();
    await page.getByText(drafts.passes).first().waitFor();
    questions = `${new URL(page.url()).pathname}/modules/${folder}?tab=questions`;
    await page.goto(questions);
  });

  await step('exports them as GIFT, and is told what such a file cannot hold', async () => {
    await page.getByRole('button', { name: t.export, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t.exportTitle });
    await dialog.getByLabel(t.format).selectOption('gift');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: t.save }).click(),
    ]);
    assert.equal(saved.suggestedFilename(), 'M02-lo.gift.txt');
    file = await readFile(await saved.path(), 'utf8');
    await dialog.getByRole('status').getByText('M02-lo.gift.txt').waitFor();
    const left = await dialog.getByRole('listitem').count();
    assert.ok(left > 0, 'a case stays out of GIFT');
    await dialog.getByText(t.left['several-questions']).first().waitFor();
    await isAccessible(page, { dark: true });
    await dialog.getByRole('button', { name: shell.close }).last().click();
  });

  await step('a file of another kind is told apart, whatever its name', async () => {
    await page.getByRole('link', { name: t.import, exact: true }).click();
    await choose(page, 'bank.xml', 'Dear colleague, here are the questions.');
    await page.getByRole('alert').getByText(t.unknownFile('bank.xml')).waitFor();
    await isAccessible(page);
  });

  await step('sees what would become of each question before anything is written', async () => {
    const more = ['', 'ຄຳຖາມໃໝ່ບໍ? {TRUE}', '', 'ທ່ານຄິດແນວໃດ? {}', ''].join('\n');
    await choose(page, 'back.txt', file + more);
    await page.getByLabel(t.languageOf).selectOption('lo');
    await page.getByText(t.verdicts.translates).first().waitFor();
    await page
      .getByRole('row', { name: /ຄຳຖາມໃໝ່ບໍ/ })
      .getByText(t.verdicts.new, { exact: true })
      .waitFor();
    await page.getByText(t.notes['rationale-missing']).first().waitFor();
    await page.getByText(t.left['free-text']).waitFor();
    await isAccessible(page, { dark: true });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(width, 360, 'nothing sticks out of the screen');
  });

  await step('somebody else changes the questions: nothing is written, and the preview is loaded again', async () => {
    await signIn(desk, 'ADMIN');
    await desk.page.goto(questions.replace('/teach/', '/admin/'));
    await desk.page.getByRole('button', { name: englishDrafts.moveDown('M02-p1') }).click();
    await desk.page.getByRole('listitem').nth(1).getByText('M02-p1', { exact: true }).waitFor();
    await confirmed(page);
    await page.getByRole('alert').getByText(t.movedTitle).waitFor();
    await isAccessible(page);
    await page.getByRole('button', { name: t.reload }).click();
    await page.getByRole('alert').getByText(t.movedTitle).waitFor({ state: 'detached' });
  });

  await step('writes all of them in one step', async () => {
    await confirmed(page);
    await page.getByText(t.doneText).waitFor();
    await isAccessible(page);
    await page.getByRole('link', { name: t.toQuestions }).click();
    await page.getByRole('link', { name: /^M02-i1/ }).waitFor();
    await page.getByText(form.list).waitFor();
  });

  await step('an administrator does it with the keyboard, in English', async () => {
    const { page: wide } = desk;
    await wide.reload();
    await wide.getByRole('link', { name: /^M02-i1/ }).waitFor();
    await wide.getByRole('link', { name: english.import, exact: true }).focus();
    await wide.keyboard.press('Enter');
    await choose(wide, 'one.gift', 'Is it by keyboard? {TRUE#### It is.}');
    await wide.getByText(english.verdicts.new, { exact: true }).waitFor();
    await isAccessible(wide, { dark: true });
    await wide.getByRole('button', { name: english.confirm(1) }).focus();
    await wide.keyboard.press('Enter');
    await wide.getByText(english.doneText).waitFor();
  });
});

async function choose(page, name, text) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

async function confirmed(page) {
  const button = page.getByRole('button', { name: new RegExp(`^${t.confirm(7).replace('7', '\\d+')}$`) });
  await button.click();
}
