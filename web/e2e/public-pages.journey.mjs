import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { home, journey } from './browser.mjs';
import { fillSignIn, secretOf } from './people.mjs';
import { sentences, words } from './words.mjs';

const forPublic = await words('public');
const verification = await words('verification');
const activation = await words('activation');
const failures = await sentences();
const { lo, en } = forPublic;

journey('The public pages serve a browser that runs no scripts', async ({ step, device }) => {
  const { page } = await device({ script: false });
  const heading = (name) => page.getByRole('heading', { level: 1, name });

  await step('the first page is in Lao and says what Khou is for', async () => {
    await page.goto('/');
    await heading(lo.home.headline).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'lo');
  });

  await step('one press turns it into English, another back', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await heading(en.home.headline).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.getByRole('button', { name: 'ລາວ' }).click();
    await heading(lo.home.headline).waitFor();
  });

  await step('a wrong PIN is refused in a sentence, and the user name stays typed', async () => {
    await fillSignIn(page, 'lo', 'T1001', '000000');
    await page.getByText(failures.lo['access.sign_in_refused']()).waitFor();
    assert.equal(await page.getByLabel(lo.signIn.name).inputValue(), 'T1001');
    assert.equal(await page.getByLabel(lo.signIn.secret, { exact: true }).inputValue(), '');
  });

  await step('a user name that nobody has is refused in the same sentence', async () => {
    await fillSignIn(page, 'lo', 'NOBODY', '000000');
    await page.getByText(failures.lo['access.sign_in_refused']()).waitFor();
  });

  await step('a card that is not ours is refused', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: lo.home.haveCard }).click();
    await page.getByLabel(activation.lo.code).fill('AAAA-BBBB-CCCC');
    await page.getByRole('button', { name: activation.lo.find }).click();
    await page.getByText(failures.lo['access.code_refused']()).waitFor();
  });

  await step('a code that is no certificate is unknown, however it is wrong', async () => {
    const pages = [];
    for (const code of ['nothing', '0123456789ABCDEFGHJKMNPQRS', '..x', '%00', `${home}/v/nothing?`]) {
      await page.goto('/verify');
      await page.getByLabel(verification.lo.code).fill(code);
      await page.getByRole('button', { name: verification.lo.submit }).click();
      await heading(verification.lo.states.unknown).waitFor();
      pages.push((await page.getByRole('main').innerText()).replace(code, ''));
    }
    assert.equal(new Set(pages).size, 1, 'and the pages are alike');
  });

  await step('without a code there is nothing to look up', async () => {
    for (const code of ['', '../..']) {
      await page.goto(`/verify?code=${encodeURIComponent(code)}`);
      await page.getByText(verification.lo.codeMissing).waitFor();
    }
  });

  await step('the right PIN leads on', async () => {
    await page.goto('/sign-in');
    await fillSignIn(page, 'lo', 'T1002', secretOf('T1002'));
    await page.waitForURL('**/learn');
  });
});

journey('The public pages can be used by everybody', async ({ step, device }) => {
  for (const size of ['phone', 'desktop']) {
    const { page } = await device({ size });
    for (const path of ['/', '/sign-in', '/activate', '/verify', '/v/nothing', '/no-such-page'])
      await step(`${path} on a ${size}, in the light and in the dark`, async () => {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await isAccessible(page, { dark: true });
        assert.ok(await fitsInWidth(page), 'nothing stands out of the page at the side');
      });
  }
});

function fitsInWidth(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}
