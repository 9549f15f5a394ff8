import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { heardBy } from './heard.mjs';
import { answer, paperLength, reasonIn } from './paper.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const { lo: teachLo } = await words('teach');
const learn = (await words('learn', 'tests')).en;
const saves = (await words('saves')).en;
const shell = (await words('shell')).en;
const title = 'Pre-test of the foundation course';

journey('An officer sits the pre-test in English, and its questions stay for the others', async ({ step, device }) => {
  const phone = await device({ language: 'en' });
  const trainer = await device();
  const heard = heardBy(phone.context);
  const { page } = phone;
  const t = teachLo.class;
  const pre = trainer.page.getByRole('region', { name: 'ແບບທົດສອບກ່ອນຝຶກອົບຮົມ ຫຼັກສູດພື້ນຖານ' });
  const types = new Set();

  await step('the trainer opens it from a phone', async () => {
    await signIn(trainer, 'M1002');
    await trainer.page.getByRole('link', { name: 'ຫ້ອງຮຽນທົດລອງ (ສົມມຸດ)' }).click();
    await trainer.page.getByRole('link', { name: t.tests, exact: true }).click();
    await pre.getByRole('button', { name: t.open, exact: true }).click();
    await pre.getByText(t.states.open, { exact: true }).waitFor();
    await isAccessible(trainer.page);
  });

  await step('the officer answers every question, of whatever type, each third one wrongly', async () => {
    await signIn(phone, 'T1001');
    await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: learn.beginTest }).click();
    await page.getByRole('button', { name: learn.beginTest }).click();
    for (let n = 1; n <= paperLength; n++) {
      await page.getByText(learn.questionOf(n, paperLength), { exact: true }).waitFor();
      const { type } = await answer(page, 'en', n % 3 !== 0);
      await page.getByRole('status').filter({ hasText: saves.answerSent }).waitFor();
      if (!types.has(type)) await isAccessible(page);
      types.add(type);
      if (n < paperLength) await page.getByRole('button', { name: learn.nextQuestion, exact: true }).click();
    }
    assert.ok(types.size >= 6, `many types were asked: ${[...types].join(', ')}`);
  });

  await step('hands it in, and the trainer closes it', async () => {
    await page.getByRole('button', { name: learn.review, exact: true }).click();
    await page.getByText(learn.reviewLead(paperLength, paperLength)).waitFor();
    await page.getByRole('button', { name: learn.submit, exact: true }).click();
    await page.getByText(learn.sentTitle).waitFor();
    await pre.getByRole('button', { name: t.close, exact: true }).click();
    await trainer.page.getByRole('dialog').getByRole('button', { name: t.close, exact: true }).click();
    await pre.getByText(t.states.closed, { exact: true }).waitFor();
  });

  await step('the officer sees how far each objective is, and no question again', async () => {
    await page.goto('/learn/results');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: learn.byObjective }).waitFor();
    await page.getByText(learn.noQuestions).waitFor();
    await isAccessible(page, { dark: true });
    await page.getByRole('link', { name: shell.nav.today, exact: true }).waitFor();
  });

  await step('and was never told a key or a reason', async () => {
    for (const { url, body } of await heard()) assert.equal(reasonIn(body), undefined, url);
  });
});
