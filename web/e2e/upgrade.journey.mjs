import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { secretOf, signIn } from './people.mjs';
import { publish } from './publish.mjs';
import { words } from './words.mjs';

const catalogs = await words('upgrade', 'learn');
/** The foundation course once more, with one sentence more in a module that the class of today has before it. */
const newer = [
  { file: 'curriculum.yaml', from: /^version: .*$/m, to: 'version: 99.0.0' },
  {
    file: 'modules/14-simulation/module.md',
    from: /\n\n(?=:::)/,
    to: '\n\nThis sentence is new in this version.\n\n',
  },
];

journey('A newer version waits for the trainer, who takes it for what is not yet taught', async ({ step, device }) => {
  const phone = await device({ size: 'phone', language: 'lo' });
  const desk = await device({ size: 'desktop', language: 'en' });
  const learner = await device({ size: 'phone', language: 'en' });
  const t = catalogs.en;
  let before;

  await step('the learner has the lessons of the class, and a newer version moves none of them', async () => {
    await signIn(learner, 'T1001', secretOf('T1001'));
    before = await lessonsOf(learner);
    assert.ok(before.length > 10);
    await publish('foundation', newer);
    assert.deepEqual(await lessonsOf(learner), before);
  });

  await step('the trainer is told on the page of the class, on a phone too', async () => {
    await signIn(phone, 'M1002');
    await phone.page.goto('/teach');
    await phone.page
      .getByRole('link', { name: /ຫ້ອງຮຽນທົດລອງ/ })
      .first()
      .click();
    await phone.page.getByText(catalogs.lo.bannerTitle('99.0.0')).waitFor();
    await isAccessible(phone.page);
    await phone.page.getByRole('link', { name: catalogs.lo.see }).click();
    await phone.page.getByRole('heading', { name: catalogs.lo.ahead }).waitFor();
    const over = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    await isAccessible(phone.page, { dark: true });
  });

  await step('sees word by word what changes in what is still to be taught', async () => {
    await signIn(desk, 'M1001');
    await desk.page.goto(new URL(phone.page.url()).pathname);
    await desk.page.locator('summary').filter({ hasText: 'M14' }).waitFor();
    const added = desk.page.locator('ins').filter({ hasText: 'This sentence is new' });
    if (!(await added.isVisible())) await desk.page.locator('summary').filter({ hasText: 'M14' }).click();
    await added.waitFor();
    await isAccessible(desk.page);
  });

  await step('says why before deciding, and the decision stands with its reason', async () => {
    const { page } = desk;
    await page.getByRole('radio', { name: new RegExp(t.choices.unopened) }).check();
    await page.getByLabel(t.reason).fill('The simulation is clearer');
    await page.getByRole('button', { name: t.confirm.unopened }).click();
    await page.getByText(t.none).waitFor();
    await page.getByText('The simulation is clearer').waitFor();
    await isAccessible(page);
  });

  await step('the learner has the new text in the lesson that changed', async () => {
    const simulation = (lessons) => lessons.find(({ code }) => code === 'M14');
    const now = simulation(await lessonsOf(learner));
    assert.notEqual(now.versionId, simulation(before).versionId);
    const { page } = learner;
    await page.goto('/learn/lessons');
    await page.getByRole('link', { name: new RegExp(now.title.en) }).click();
    await page.getByText('This sentence is new in this version.').waitFor();
  });
});

/** The lessons as the phone of the learner gets them. */
async function lessonsOf({ page }) {
  const { classes } = await page.evaluate(async () => (await fetch('/api/v1/lessons')).json());
  return classes[0].lessons.map(({ code, title, versionId }) => ({ code, title, versionId }));
}
