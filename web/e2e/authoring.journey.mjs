import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const en = Object.fromEntries(
  await Promise.all(
    ['drafts', 'editor', 'translations', 'publishing', 'comparison', 'changes', 'history', 'curricula'].map(
      async (area) => [area, (await words(area)).en],
    ),
  ),
);
const lo = {
  drafts: (await words('drafts')).lo,
  editor: (await words('editor')).lo,
  translations: (await words('translations')).lo,
};

const title = 'Trafficking in persons: act, means, purpose';
const folder = '02-trafficking-in-persons';
const reason = 'Clearer titles for the second module';

journey('Two authors write a draft, and an administrator publishes it', async ({ step, device }) => {
  const desk = await device({ size: 'desktop', language: 'en' });
  const { page } = desk;
  const other = await device({ size: 'desktop' });
  const phone = await device();
  let draft;

  await step('an administrator opens a draft of a published version', async () => {
    await signIn(desk, 'ADMIN');
    await page.goto('/admin/curricula');
    await page.getByRole('heading', { name: en.curricula.title, level: 1 }).waitFor();
    await isAccessible(page, { dark: true });
    await page.getByRole('button', { name: `${en.drafts.openDraft}: foundation` }).click();
    await page.getByText(en.drafts.passes).first().waitFor();
    await isAccessible(page, { dark: true });
    draft = new URL(page.url()).pathname.split('/').at(-1);
  });

  await step('moves a module by keyboard and back again', async () => {
    const second = page.getByRole('listitem').filter({ hasText: '01-mobility-and-role' });
    await second.getByRole('link').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page
      .getByRole('status')
      .getByText(en.drafts.movedTo('01-mobility-and-role', 1, 15))
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+ArrowDown');
    await page
      .getByRole('status')
      .getByText(en.drafts.movedTo('01-mobility-and-role', 2, 15))
      .waitFor({ state: 'attached' });
  });

  await step('writes, and sees the page that it makes beside it', async () => {
    await page.getByRole('link', { name: /Trafficking in persons/ }).click();
    await typeAtTitle(page, ' (A)');
    await page.getByRole('heading', { name: `${title} (A)`, level: 2 }).waitFor();
    await saved(page);
    await isAccessible(page, { dark: true });
  });

  await step('without a network it stays on the device, and goes when the network is back', async () => {
    await desk.context.setOffline(true);
    await typeAtTitle(page, 'B');
    await page.keyboard.press('Control+s');
    await page.getByText(en.editor.saveStates.offline).waitFor();
    await desk.context.setOffline(false);
    await saved(page);
  });

  await step('and outlives a page that is loaded again before it was sent', async () => {
    const unreached = (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue());
    await page.route('**/api/v1/drafts/*/file', unreached);
    await typeAtTitle(page, 'C');
    await page.keyboard.press('Control+s');
    await page.getByText(en.editor.saveStates.offline).waitFor();
    await page.reload();
    await page.getByText(en.editor.takenUp).waitFor();
    await page.getByText(`${title} (A)BC`).first().waitFor();
    await page.unroute('**/api/v1/drafts/*/file', unreached);
    await page.keyboard.press('Control+s');
    await saved(page);
  });

  await step('of two tabs each keeps its own text, and what a closed one left is taken up', async () => {
    const second = await desk.context.newPage();
    /* In the page itself: as it is closed it tries once more, past any route. */
    await second.addInitScript(() => {
      const send = window.fetch;
      window.fetch = (input, init) =>
        (init?.method ?? input.method) === 'PUT' ? Promise.reject(new TypeError('no signal')) : send(input, init);
    });
    await second.goto(page.url());
    await typeAtTitle(second, 'Y');
    await second.keyboard.press('Control+s');
    await second.getByText(en.editor.saveStates.offline).waitFor();
    await page.reload();
    await page.getByText(`${title} (A)BC`).first().waitFor();
    assert.equal(await page.getByText(en.editor.takenUp).count(), 0, 'the other tab still holds its text');
    await second.close();
    await page.getByText(en.editor.takenUp).waitFor();
    await page.getByText(`${title} (A)BCY`).first().waitFor();
    await saved(page);
    await typeAtTitle(page, '');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+s');
    await saved(page);
  });

  await step('a trainer works in the same draft, and may not publish it', async () => {
    await signIn(other, 'M1001');
    await other.page.goto(`/teach/curricula/drafts/${draft}`);
    await other.page.getByText(lo.drafts.onlyAdministrators).waitFor();
    await isAccessible(other.page);
    await other.page.goto(`/teach/curricula/drafts/${draft}/modules/${folder}`);
    await typeAtTitle(other.page, 'T', lo.editor.englishText);
    await saved(other.page);
  });

  await step('the administrator is told, is shown both, and nothing is overwritten', async () => {
    await typeAtTitle(page, 'D');
    await page.getByRole('alert').getByText(en.editor.takeTheirs).waitFor();
    await isAccessible(page);
    await page.getByText(`${title} (A)BCT`).first().waitFor();
    await page.getByRole('button', { name: en.editor.keepMine }).click();
    await saved(page);
    await page.goto(`/admin/curricula/drafts/${draft}/history?path=modules%2F${folder}%2Fmodule.md`);
    await page.getByText(en.drafts.newestState).waitFor();
    assert.ok((await page.getByRole('button', { expanded: false }).count()) >= 4, 'each state is in the history');
    await isAccessible(page);
  });

  await step('the trainer finds the Lao title out of date, sees why, and translates it', async () => {
    const to = other.page;
    await to.goto(`/teach/curricula/drafts/${draft}/translations?module=${folder}`);
    const texts = to.getByRole('region', { name: lo.translations.units });
    await texts.getByRole('link', { name: lo.translations.states.stale }).first().click();
    await to.locator('ins').first().waitFor();
    await isAccessible(to, { dark: true });
    await to.getByLabel(lo.translations.lao, { exact: true }).fill('ການຄ້າມະນຸດ: ການກະທຳ, ວິທີການ ແລະ ຈຸດປະສົງ');
    await to.getByRole('button', { name: lo.translations.save, exact: true }).click();
    await to.getByText(lo.translations.saved).waitFor();
    await texts.getByRole('link', { name: lo.translations.states.stale }).waitFor({ state: 'detached' });
  });

  await step('the administrator sees what the change is before publishing it', async () => {
    await page.goto(`/admin/curricula/drafts/${draft}/publish`);
    await page.getByText(en.changes.classTexts.wording).waitFor();
    await page.getByLabel(en.publishing.version, { exact: true }).waitFor();
    assert.equal(await page.getByLabel(en.publishing.version, { exact: true }).inputValue(), '2.0.1');
    await isAccessible(page, { dark: true });
  });

  await step('publishes it, and watches until it is there', async () => {
    await page.getByLabel(en.publishing.why).fill(reason);
    await page.getByRole('button', { name: en.publishing.publish('2.0.1') }).click();
    await page.getByText(en.publishing.published('2.0.1')).waitFor({ timeout: 60_000 });
    await isAccessible(page);
    await page.getByRole('link', { name: en.publishing.openVersion }).first().click();
  });

  await step('the version tells its history, and is compared with the one before', async () => {
    await page.getByText(reason).waitFor();
    await isAccessible(page);
    await page.getByRole('button', { name: en.comparison.compare }).click();
    await page.getByRole('heading', { name: en.comparison.title('2.0.0', '2.0.1') }).waitFor();
    await page.locator('ins').first().waitFor();
    await isAccessible(page, { dark: true });
    await page.getByRole('button', { name: en.changes.languages.lo, exact: true }).click();
    await page.waitForURL(/in=lo/);
  });

  await step('a trainer reads the comparison on a phone', async () => {
    await signIn(phone, 'M1002');
    const address = new URL(page.url()).pathname.replace('/admin/', '/teach/');
    await phone.page.goto(address);
    await phone.page.locator('ins').first().waitFor();
    await isAccessible(phone.page);
    const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing sticks out of the screen: ${width}`);
  });
});

/** Types before the quotation mark that ends the title in the front matter. */
async function typeAtTitle(page, text, label = en.editor.englishText) {
  const editor = page.getByRole('textbox', { name: label });
  await editor.waitFor();
  /* The head is folded away until the text cursor stands in it. */
  await editor
    .getByRole('button')
    .or(editor.getByText(/^title: /))
    .first()
    .click();
  await editor.getByText(/^title: /).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(text);
}

async function saved(page) {
  await page.locator('[data-state="saved"]').first().waitFor();
}
