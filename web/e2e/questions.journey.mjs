import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { keepsProgram } from './offline.mjs';
import { fill, practice } from './paper.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const learn = (await words('learn')).lo;
const t = (await words('questions')).lo;
const saves = (await words('saves')).lo;
const { lo: shell } = await words('shell');
const rare = ['matching', 'ordering', 'short-answer', 'case', 'mrz', 'hotspot'];

journey(
  'An officer practises with every type of question, and with a picture without a signal',
  async ({ step, device }) => {
    const phone = await device();
    const { page, context } = phone;
    const main = page.getByRole('main');
    let lessons = '';

    await step('signs in and sees what each lesson costs to fetch', async () => {
      await signIn(phone, 'T1002');
      await page.getByRole('link', { name: shell.nav.lessons, exact: true }).click();
      await main.getByRole('link', { name: /M06.*kB/ }).waitFor();
      lessons = (await main.getByRole('link', { name: /M06/ }).getAttribute('href')).replace(/\/M06$/, '');
      await main.getByRole('button', { name: /kB/ }).waitFor();
    });

    for (const type of rare)
      await step(`answers one of the type ${type}: wrongly, then rightly`, async () => {
        const question = practice.find((one) => one.type === type);
        const card = await found(question);
        await readable(page);
        await fill(card, question, 'lo', false);
        await card.getByRole('button', { name: learn.check }).click();
        await card.getByText(learn.incorrect, { exact: true }).first().waitFor();
        await readable(page);
        await fill(card, question, 'lo');
        await card.getByRole('button', { name: learn.check }).click();
        await card.getByText(learn.correct, { exact: true }).first().waitFor();
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth),
          360,
          'nothing is wider than the phone',
        );
      });

    await step('moves a step with the keyboard, is told where it is, and keeps the focus', async () => {
      const question = practice.find((one) => one.type === 'ordering');
      const card = await found(question);
      await card.getByRole('button', { name: t.asItStands }).waitFor();
      const down = card.getByRole('button').nth(1);
      const step = (await down.getAttribute('aria-label')).replace(t.down(''), '');
      await down.focus();
      await page.keyboard.press('Enter');
      await card.getByText(t.movedTo(step, 2, question.steps.length)).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), t.down(step));
    });

    await step('is told before which pictures a lesson has, and keeps them with it', async () => {
      await page.goto(`${lessons}/M06`);
      await main.getByText(/ຮູບ, \d+\skB/).waitFor();
      await keepsProgram(page, 'learn');
      await page.waitForFunction(async () => {
        const names = (await caches.keys()).filter((name) => name.startsWith('khou-packs-'));
        const kept = (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat();
        return kept.filter(({ url }) => url.includes('/api/v1/media/')).length >= 2;
      });
    });

    await step('without a signal taps a place in the picture, and the list agrees', async () => {
      await context.setOffline(true);
      const question = practice.find((one) => one.id === 'M06-p1');
      const card = await found(question);
      const picture = card.getByRole('img').first();
      await picture.evaluate((image) => image.decode());
      const size = await picture.evaluate((image) => ({
        width: image.clientWidth,
        units: Number(image.getAttribute('width')),
      }));
      for (const spot of question.spots.filter((one) => one.correct)) {
        const [x, y, width, height] = spot.at;
        const unit = size.width / size.units;
        await picture.click({ position: { x: (x + width / 2) * unit, y: (y + height / 2) * unit }, force: true });
        await card.getByText(t.placeChosen(spot.label.lo)).waitFor();
        assert.ok(await card.getByRole('checkbox', { name: spot.label.lo, exact: true }).isChecked());
      }
      await card.getByRole('button', { name: learn.check }).click();
      await card.getByText(learn.correct, { exact: true }).first().waitFor();
      await readable(page);
      await context.setOffline(false);
      await page.getByRole('banner').getByRole('link', { name: saves.sent, exact: true }).waitFor();
    });

    /** Turns the pages of its lesson until the question is there. */
    async function found({ id, prompt }) {
      const code = id.split('-')[0];
      const card = main
        .getByRole('region', { name: learn.practice })
        .filter({ hasText: prompt.lo.trim().slice(0, 40) });
      for (let part = 1; part < 12; part++) {
        await page.goto(`${lessons}/${code}?part=${part}`);
        await main.getByText(new RegExp(`^${learn.part(part, '\\d+')}`)).waitFor();
        if (await card.isVisible()) return card;
      }
      throw new Error(`${code} does not show ${id}`);
    }
  },
);

/** On a page as long as its text, since the bars at the ends of a short screen cover part of it at any moment. */
async function readable(page) {
  await page.setViewportSize({ width: 360, height: 4000 });
  await isAccessible(page, { dark: true });
  await page.setViewportSize({ width: 360, height: 640 });
}
