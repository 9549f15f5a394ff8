import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { signIn } from './people.mjs';
import { sentences, words } from './words.mjs';

const drafts = await words('drafts');
const editor = await words('editor');
const failures = await sentences();

/** The smallest picture there is: one point. */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

journey(
  'A trainer begins a curriculum on a phone, and an administrator takes it elsewhere',
  async ({ step, device }) => {
    const { page, ...phone } = await device();
    const desk = await device({ size: 'desktop', language: 'en' });
    const t = drafts.lo;
    const dialog = page.getByRole('dialog');
    let draft;

    await step('a name that is taken is refused, and nothing typed is lost', async () => {
      await signIn({ page, ...phone }, 'M1001');
      await page.goto('/teach/curricula');
      await press(page, t.newCurriculum);
      await dialog.getByLabel(t.titleEn).fill('Health at the border');
      await dialog.getByLabel(t.titleLo).fill('ສຸຂະພາບຢູ່ດ່ານ');
      await dialog.getByLabel(t.code, { exact: true }).fill('foundation');
      await dialog.getByLabel(t.series).fill('hab');
      await press(dialog, t.newYes);
      await dialog.getByText(failures.lo['draft.curriculum_exists']({ code: 'foundation' })).waitFor();
      await isAccessible(page, { dark: true });
      await dialog.getByLabel(t.code, { exact: true }).fill('health');
      await press(dialog, t.newYes);
      await page.getByRole('heading', { name: 'ສຸຂະພາບຢູ່ດ່ານ', level: 1 }).waitFor();
      await page.getByText(t.passes).first().waitFor();
      draft = new URL(page.url()).pathname;
      assert.ok((await widthOf(page)) <= 360, 'nothing sticks out of the screen');
    });

    await step('a second module is added and opened', async () => {
      await press(page, t.addModule);
      await dialog.getByLabel(t.titleEn).fill('Hygiene at the counter');
      assert.equal(await dialog.getByLabel(t.moduleCode).inputValue(), 'M02');
      assert.equal(await dialog.getByLabel(t.folder).inputValue(), '02-hygiene-at-the-counter');
      await isAccessible(page);
      await press(dialog, t.addModule);
      await page.getByRole('heading', { name: 'Hygiene at the counter', level: 1 }).waitFor();
    });

    await step('a picture comes to it; what is none is refused', async () => {
      await page.getByRole('link', { name: editor.lo.tabs.pictures }).click();
      const file = page.getByLabel(editor.lo.addPicture);
      await file.setInputFiles({ name: 'counter.png', mimeType: 'image/png', buffer: point });
      await page.getByText('counter.png').waitFor();
      await file.setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('a letter') });
      await page.getByRole('alert').waitFor();
      await isAccessible(page);
    });

    await step('a survey and a test are added, each named in the outline', async () => {
      await page.goto(draft);
      await press(page, t.addFile);
      await isAccessible(page, { dark: true });
      await dialog.getByRole('radio', { name: t.fileKinds.surveys }).check();
      await press(dialog, t.add);
      await page.getByRole('heading', { name: 'reaction.yaml', level: 1 }).waitFor();
      await page.goto(draft);
      await press(page, t.addFile);
      assert.equal(await dialog.getByLabel(t.fileName).inputValue(), 'pre-test');
      await press(dialog, t.add);
      await page.getByRole('heading', { name: 'pre-test.yaml', level: 1 }).waitFor();
      await page.goto(`${draft}/file?path=curriculum.yaml`);
      await page.getByText('surveys: [reaction]').waitFor();
      await page.getByText('{ kind: test, test: pre-test }').waitFor();
      await page.goto(draft);
      await page.getByText(t.passes).first().waitFor();
    });

    await step('the test is removed again, and its text brought back from the history', async () => {
      await press(page, t.removeFile('tests/pre-test.yaml'));
      await dialog.getByText(t.removeListedText.tests).waitFor();
      await isAccessible(page);
      await press(dialog, t.remove);
      await fileLink(page, `${t.fileKinds.tests}: pre-test`).waitFor({ state: 'detached' });
      await page.getByText(t.passes).first().waitFor();
      await page.goto(`${draft}/history?path=tests%2Fpre-test.yaml`);
      await page.getByText(t.wasRemoved).or(page.getByText(t.changeKinds.removed)).first().waitFor();
      await page.getByRole('button', { name: new RegExp(t.changeKinds.text) }).click();
      await page.getByText('purpose: pre-test').waitFor();
      await isAccessible(page);
      await press(page, t.restore);
      await page.getByText(t.restored).waitFor();
      await page.goto(draft);
      await fileLink(page, `${t.fileKinds.tests}: pre-test`).waitFor();
    });

    await step('the module is removed, with its picture', async () => {
      await press(page, t.removeModule('Hygiene at the counter'));
      await isAccessible(page);
      await press(dialog, t.remove);
      await page.getByRole('link', { name: /Hygiene at the counter/ }).waitFor({ state: 'detached' });
    });

    await step('the administrator takes the files home as a zip, and discards the draft', async () => {
      await signIn(desk, 'ADMIN');
      await desk.page.goto(draft.replace('/teach/', '/admin/'));
      const download = desk.page.waitForEvent('download');
      await desk.page.getByRole('link', { name: drafts.en.exportZip }).click();
      desk.zip = await (await download).path();
      await discard(desk.page);
    });

    await step('what is no zip is refused; the zip becomes a draft with the same files', async () => {
      const w = drafts.en;
      await press(desk.page, w.importZip);
      const taking = desk.page.getByRole('dialog');
      const file = taking.getByLabel(w.importChoose);
      await file.setInputFiles({ name: 'letter.zip', mimeType: 'application/zip', buffer: Buffer.from('a letter') });
      await press(taking, w.importYes);
      await taking.getByRole('alert').waitFor();
      await isAccessible(desk.page, { dark: true });
      await taking.getByLabel(w.importOther).setInputFiles(desk.zip);
      await taking.getByRole('alert').waitFor({ state: 'detached' });
      await press(taking, w.importYes);
      await fileLink(desk.page, `${w.fileKinds.surveys}: reaction`).waitFor();
      await fileLink(desk.page, `${w.fileKinds.tests}: pre-test`).waitFor();
      assert.notEqual(new URL(desk.page.url()).pathname, draft.replace('/teach/', '/admin/'));
      await discard(desk.page);
    });

    await step('a draft that was discarded can be read, and no more changed', async () => {
      await page.goto(draft);
      await page.getByText(t.states.discarded, { exact: true }).waitFor();
      assert.equal(await page.getByRole('button', { name: t.addFile }).count(), 0);
      await isAccessible(page);
    });
  },
);

async function press(where, name) {
  await where.getByRole('button', { name, exact: true }).click();
}

/** The line of a file, which begins with what it is; the link to its history does not. */
function fileLink(page, name) {
  return page.getByRole('link', { name: new RegExp(`^${name}`) });
}

async function discard(page) {
  const w = drafts.en;
  await press(page, w.discard);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w.why).fill('Only an exercise');
  await isAccessible(page);
  await press(dialog, w.discard);
  /* What was said of the draft before may still stand there. */
  await page.getByText(w.discarded).last().waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: w.importZip }).waitFor();
}

function widthOf(page) {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
