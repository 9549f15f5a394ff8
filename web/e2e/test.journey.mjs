import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { home, journey } from './browser.mjs';
import { heardBy } from './heard.mjs';
import { keepsProgram } from './offline.mjs';
import { answer, paperLength, reasonIn } from './paper.mjs';
import { fillSignIn, secretOf, signIn } from './people.mjs';
import { words } from './words.mjs';

const learn = (await words('learn', 'tests')).lo;
const saves = (await words('saves')).lo;
const shell = (await words('shell')).lo;
const teach = (await words('teach')).en.class;
const questions = paperLength;
const title = 'ແບບທົດສອບຫຼັງຝຶກອົບຮົມ ຫຼັກສູດພື້ນຖານ';
// Counts of right answers in practice are called `correct` too, so only a yes or no is a key.
const keys = /"(rationale|key)":|"correct":(true|false)/;

journey('A trainer holds the post-test, and an officer sits it through a lost signal', async ({ step, device }) => {
  const desk = await device({ size: 'desktop', language: 'en' });
  const phone = await device();
  const heard = heardBy(phone.context);
  const { page } = phone;
  const next = page.getByRole('button', { name: learn.nextQuestion, exact: true });
  const post = desk.page.getByRole('region', { name: 'Post-test of the foundation course' });
  const question = (n) => page.getByText(learn.questionOf(n, questions), { exact: true }).waitFor();
  const saved = (how) => page.getByRole('status').filter({ hasText: how }).waitFor();

  await step('the trainer opens the test for the class of today', async () => {
    await signIn(desk, 'M1001');
    await isAccessible(desk.page);
    await desk.page.getByRole('link', { name: 'Practice class (invented)' }).click();
    await desk.page.getByRole('link', { name: teach.tests, exact: true }).click();
    await post.getByText(teach.states['never-open']).waitFor();
    await post.getByRole('button', { name: teach.open, exact: true }).click();
    await post.getByText(teach.states.open, { exact: true }).waitFor();
    await isAccessible(desk.page, { dark: true });
  });

  await step('the officer finds it on the page of today, and begins', async () => {
    await signIn(phone, 'T1001');
    await page.getByRole('link', { name: learn.beginTest }).first().click();
    await page.getByText(learn.testNeedsSignal).waitFor();
    await isAccessible(page);
    await page.getByRole('button', { name: learn.beginTest }).click();
    await question(1);
    await isAccessible(page, { dark: true });
  });

  await step('answers question by question, and each is saved on the server', async () => {
    for (let n = 1; n <= 8; n++) {
      await question(n);
      await answer(page, 'lo');
      await saved(saves.answerSent);
      await next.click();
    }
  });

  await step('loses the signal; answers stay on the phone, also when the page is loaded again', async () => {
    await keepsProgram(page, 'learn');
    await phone.context.setOffline(true);
    for (let n = 9; n <= 11; n++) {
      await question(n);
      await answer(page, 'lo');
      await saved(saves.answerHere);
      await next.click();
    }
    await question(12);
    await page.reload();
    await question(12);
    await page.getByRole('button', { name: shell.back, exact: true }).click();
    await question(11);
    await saved(saves.answerHere);
    await isAccessible(page);
    await next.click();
  });

  await step('finds it again: what waited is sent, and the trainer sees eleven answers', async () => {
    const sent = page.waitForResponse((response) => response.url().endsWith('/api/v1/sync') && response.ok());
    await phone.context.setOffline(false);
    await sent;
    await page.getByRole('button', { name: shell.back, exact: true }).click();
    await saved(saves.answerSent);
    await next.click();
    await desk.page.reload();
    await post.getByText(teach.answered(11, questions)).waitFor();
  });

  await step('a clock that is put on by a day takes no time away: the server says what time it is', async () => {
    const asked = page.waitForResponse((response) => response.url().endsWith('/api/v1/today') && response.ok());
    await page.evaluate((day) => {
      const now = Date.now;
      Date.now = () => now() + day;
    }, 86_400_000);
    await asked;
    await question(12);
  });

  await step('is told at once that the session ended elsewhere, signs in, and finds the answer sent', async () => {
    await phone.context.request.delete('/api/v1/session', { headers: { origin: home } });
    await answer(page, 'lo');
    await page.getByRole('alert').filter({ hasText: shell.remedies.signIn }).waitFor();
    await isAccessible(page);
    await page.getByRole('link', { name: shell.toSignIn, exact: true }).click();
    await page.waitForURL('**/sign-in?*');
    await page.getByRole('alert').filter({ hasText: shell.remedies.signIn }).waitFor();
    await fillSignIn(page, 'lo', 'T1001', secretOf('T1001'));
    await question(12);
    await saved(saves.answerSent);
    await next.click();
  });

  await step('goes on to the last question, of which the answer is wrong, and looks over the paper', async () => {
    for (let n = 13; n <= questions; n++) {
      await question(n);
      await answer(page, 'lo', n < questions);
      await saved(saves.answerSent);
      if (n < questions) await next.click();
    }
    await page.getByRole('button', { name: learn.review, exact: true }).click();
    await page.getByText(learn.reviewLead(questions, questions)).waitFor();
    await isAccessible(page);
  });

  await step('hands it in, and waits for the trainer to close it', async () => {
    await page.getByRole('button', { name: learn.submit, exact: true }).click();
    await page.getByText(learn.sentTitle).waitFor();
    await isAccessible(page);
    await page.getByRole('link', { name: learn.today, exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: title }).getByText(learn.testStates.sent).waitFor();
    await page.getByRole('link', { name: shell.nav.results, exact: true }).click();
    await page.getByRole('region', { name: title }).getByText(learn.waitsForClose).waitFor();
  });

  await step('until then no key and no reason was in anything the phone was told', async () => {
    const told = await heard();
    assert.ok(told.length > 20, 'answers of the server were looked at');
    for (const { url, body } of told) {
      assert.equal(reasonIn(body), undefined, `${url} says why an answer is right`);
      // A lesson brings the keys of its own practice questions; nothing else brings any.
      if (url.includes('/api/') && !url.includes('/modules/')) assert.doesNotMatch(body, keys, url);
    }
  });

  await step('the trainer sees who has sent it, and closes it', async () => {
    await desk.page.reload();
    await post.getByRole('listitem').filter({ hasText: teach.sent }).waitFor();
    assert.equal(await post.getByRole('listitem').filter({ hasText: teach.notBegun }).count(), 11);
    await post.getByRole('button', { name: teach.close, exact: true }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByText(teach.closeText).waitFor();
    await isAccessible(desk.page);
    await dialog.getByRole('button', { name: teach.close, exact: true }).click();
    await desk.page.getByText(teach.wasClosed).waitFor();
    await desk.page.getByRole('link', { name: teach.results, exact: true }).click();
    await desk.page.getByText(teach.hardest).waitFor();
    await isAccessible(desk.page, { dark: true });
  });

  await step('the officer sees the result by objective, and why the last answer was wrong', async () => {
    await page.reload();
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: learn.byObjective }).waitFor();
    await page.getByText(learn.passed, { exact: true }).waitFor();
    const wrong = page.getByRole('group').filter({ hasText: learn.incorrect });
    assert.equal(await wrong.count(), 1, 'one answer is marked wrong');
    await wrong.click();
    await wrong.getByText(learn.why).waitFor();
    await isAccessible(page, { dark: true });
    assert.ok(
      (await heard()).some(({ body }) => reasonIn(body)),
      'now the reasons were sent: the look for them works',
    );
  });
});
