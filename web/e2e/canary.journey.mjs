import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { textOf } from './documents.mjs';
import { heardBy } from './heard.mjs';
import { memoryOf } from './memory.mjs';
import { signIn } from './people.mjs';
import { notes, notesIn, notesNamedIn } from './trainer-notes.mjs';
import { words } from './words.mjs';

const learn = await words('learn');
const shell = await words('shell');
const reader = (await words('reader')).en;

journey('What is written for trainers never reaches an officer', async ({ step, device }) => {
  const phone = await device();
  const desk = await device({ size: 'desktop', language: 'en' });
  const heard = heardBy(phone.context);
  const { page } = phone;
  let lessons = [];
  let versionId;

  await step('an officer keeps every lesson of the class on the phone, in Lao', async () => {
    await signIn(phone, 'T1002');
    await page.getByRole('link', { name: shell.lo.nav.lessons, exact: true }).click();
    await page.getByRole('button', { name: learn.lo.keepAll }).click();
    await page.getByText(learn.lo.keptAll).waitFor();
  });

  await step('and in English', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: learn.en.keepAll }).click();
    await page.getByText(learn.en.keptAll).waitFor();
    await isAccessible(page);
  });

  await step('looks at what else there is: a lesson, results, certificates, what waits to be sent', async () => {
    const [one] = (await (await phone.context.request.get('/api/v1/lessons')).json()).classes;
    lessons = one.lessons;
    versionId = one.versionId;
    for (const path of [
      `/learn/lessons/${one.id}/M02`,
      '/learn/results',
      '/learn/certificates',
      '/learn/saves',
      '/learn',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.getByText(shell.en.loading, { exact: true }).first().waitFor({ state: 'detached' });
    }
  });

  await step('no note of a trainer was in anything the phone was told, or keeps', async () => {
    const told = await heard();
    const packs = new Set(told.filter(({ url, body }) => url.includes('/modules/') && body).map(({ url }) => url));
    assert.equal(packs.size, 2 * lessons.length, 'every lesson was listened to, in both languages');
    for (const { url, body } of told) tellsNothing(body, url);
    tellsNothing((await memoryOf(page)).text, 'the memory of the phone');
  });

  await step('nor in the handbook that an officer may print', async () => {
    for (const locale of ['lo', 'en']) {
      const answer = await phone.context.request.get(
        `/api/v1/versions/${versionId}/products/handbook?locale=${locale}`,
      );
      assert.equal(answer.status(), 200);
      const file = join(process.env.KHOU_DATA_DIR, 'handbook-of-a-journey.pdf');
      await writeFile(file, await answer.body());
      tellsNothing(await textOf(file), `the handbook in ${locale}`);
    }
  });

  await step('who asks for them by their address is told that there are none', async () => {
    const version = `/api/v1/versions/${versionId}`;
    for (const [address, status] of [
      [`${version}/modules/M02?audience=trainer`, 404],
      [`${version}/products/guide`, 404],
      [`${version}/products/key?test=post-test`, 404],
      [`${version}/archive.zip`, 403],
      [version, 403],
      ['/api/v1/drafts', 403],
    ]) {
      const answer = await phone.context.request.get(address);
      assert.equal(answer.status(), status, address);
      tellsNothing(await answer.text(), address);
    }
    await page.goto(`/teach/curricula/${versionId}`);
    await page.waitForURL('**/learn');
  });

  await step('the trainer of the class has them all: the look for them works', async () => {
    await signIn(desk, 'M1002');
    await desk.page.goto(`/teach/curricula/${versionId}/M02`);
    await desk.page.getByText(reader.blocks.trainer).first().waitFor();
    await isAccessible(desk.page);
    const found = new Set();
    for (const { code } of lessons)
      for (const language of ['lo', 'en']) {
        const address = `/api/v1/versions/${versionId}/modules/${code}?locale=${language}`;
        for (const note of notesIn(await (await desk.context.request.get(address)).text())) found.add(note);
      }
    assert.deepEqual(
      notes.filter((note) => !found.has(note)),
      [],
    );
  });
});

function tellsNothing(text, place) {
  const told = [...notesIn(text), ...notesNamedIn(text)];
  assert.deepEqual(
    told.map(({ module, name }) => `${module} ${name}`),
    [],
    place,
  );
}
