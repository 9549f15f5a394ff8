import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';

const shell = await words('shell');

const visitors = [
  {
    who: 'an administrator',
    userName: 'ADMIN',
    beside: ['/admin/certificates/register', '/admin/certificates/settings'],
  },
  // The same screens as the administrator's, with less on them: it is enough that nothing is refused.
  { who: 'an observer', userName: 'OBSERVER', beside: [], isAlike: true },
  { who: 'a trainer', userName: 'M1001', beside: ['/teach/saves', '/learn'] },
];

for (const { who, userName, beside, isAlike = false } of visitors)
  journey(`Every screen that ${who} can choose opens, on a desk and on a phone`, async ({ step, device }) => {
    const desk = await device({ size: 'desktop', language: 'en' });
    const phone = await device();
    await signIn(desk, userName);
    await signIn(phone, userName);
    const menu = desk.page.getByRole('navigation', { name: shell.en.nav.main }).first();
    await menu.getByRole('link').first().waitFor();
    const paths = await addresses(menu);

    for (const path of [...paths, ...beside])
      await step(path, async () => {
        await opens(desk, path);
        if (!isAlike) await isAccessible(desk.page);
        await opens(phone, path);
        if (!isAlike) await isAccessible(phone.page, { dark: true });
        const inside = (await addresses(phone.page.getByRole('main'))).find((one) =>
          new RegExp(`^${path}/.*[0-9]`).test(one),
        );
        if (inside === undefined) return;
        await opens(phone, inside);
        if (!isAlike) await isAccessible(phone.page);
      });
  });

journey('An observer is not offered what the server would refuse', async ({ step, device }) => {
  const desk = await device({ size: 'desktop', language: 'en' });
  const { page } = desk;
  await signIn(desk, 'OBSERVER');
  for (const path of [
    '/admin/people',
    '/admin/people/new',
    '/admin/people/import',
    '/admin/certificates/settings',
    '/admin/courses/plan',
  ])
    await step(`${path} says that it is not for them`, async () => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: shell.en.errorPage.notAllowed }).waitFor();
      await isAccessible(page);
    });
});

journey('What is not there is said to be not there, once, and the way home is open', async ({ step, device }) => {
  const nothing = '01900000-0000-7000-8000-000000000000';
  const phone = await device();
  const { page } = phone;
  const t = shell.lo;
  await signIn(phone, 'ADMIN');
  for (const path of [`/admin/units/${nothing}`, `/admin/courses/cohorts/${nothing}`])
    await step(path, async () => {
      let loads = 0;
      const count = (request) => (loads += request.isNavigationRequest() ? 1 : 0);
      page.on('request', count);
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: t.errorPage.notFound }).waitFor();
      await page.waitForLoadState('networkidle');
      await isAccessible(page);
      assert.equal(loads, 1, 'the page is loaded once, and not again and again');
      page.off('request', count);
      await page.getByRole('link', { name: t.errorPage.goHome }).click();
      await page.getByRole('navigation', { name: t.nav.main }).first().waitFor();
    });
});

/** Opens a page and waits until it has its content, which must be no refusal and no wider than the screen. */
async function opens({ page, language }, path) {
  const t = shell[language];
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByText(t.loading, { exact: true }).first().waitFor({ state: 'detached' });
  for (const fault of [t.errorPage.notFound, t.errorPage.notAllowed, t.errorPage.unexpected])
    assert.ok(!(await page.title()).startsWith(fault), `${path}: ${fault}`);
  assert.deepEqual(await page.getByRole('alert').allInnerTexts(), [], `${path}: nothing is refused`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
}

function addresses(place) {
  return place.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}
