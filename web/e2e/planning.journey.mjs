import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { journey } from './browser.mjs';
import { signIn } from './people.mjs';
import { words } from './words.mjs';
import { weekday, day } from '../src/lib/i18n/format.rules.ts';

const catalogs = await words('plan', 'courses', 'shell', 'teach');
const plan = await words('plan');
const people = await words('people');
const curricula = await words('curricula', 'drafts');

const traditional = { en: 'Traditional posts', lo: 'ດ່ານປະເພນີ' };
const planners = [
  {
    who: 'a Master Trainer at a desk, in English',
    userName: 'M1001',
    options: { size: 'desktop', language: 'en' },
    search: 'F100',
    weeks: 10,
  },
  {
    who: 'a Master Trainer on a phone, in Lao',
    userName: 'M1002',
    options: { size: 'phone', language: 'lo' },
    search: 'F101',
    weeks: 12,
  },
];

for (const { who, userName, options, search, weeks } of planners)
  journey(`${who}, plans a cohort around a clash and fills it`, async ({ step, device }) => {
    const desk = await device(options);
    const { page } = desk;
    const code = options.language;
    const t = catalogs[code];
    const onward = () => page.getByRole('button', { name: t.next, exact: true }).click();
    const at = (name, n) =>
      page.getByRole('heading', { level: 2, name: t.step(n, 5, plan[code].steps[name]) }).waitFor();
    const date = (iso) => page.getByRole('button', { name: `${weekday(iso, code)} ${day(iso, code)}`, exact: true });
    const turnTo = async (iso) => {
      for (let month = 0; month < 6 && (await date(iso).count()) === 0; month++)
        await page.getByRole('button', { name: t.nextMonth }).click();
    };
    /** Until the module takes so many minutes in the timetable, all its parts together. */
    const takes = (module, minutes) =>
      page.waitForFunction(
        ([named, wanted]) => {
          const parts = [...document.querySelectorAll('li')].filter(
            (one) => one.querySelector('.code')?.textContent === named,
          );
          return (
            parts.reduce((sum, one) => sum + parseInt(one.querySelector('.minutes').textContent, 10), 0) === wanted
          );
        },
        [module, minutes],
      );
    const chosen = () => page.getByRole('table').getByRole('button', { pressed: true });

    await step('begins a plan for the foundation course', async () => {
      await signIn(desk, userName);
      await page.getByRole('main').getByRole('link', { name: t.plan, exact: true }).click();
      await at('course', 1);
      await page.getByRole('radio', { name: /CANADA-FND/ }).check();
      await page.getByLabel(plan[code].chooseVersion).waitFor();
      await isAccessible(page);
      await onward();
      await at('when', 2);
    });

    await step('is told what is missing before going on', async () => {
      await onward();
      await page.getByText(plan[code].noDays).waitFor();
    });

    await step('one tap proposes as many days as the curriculum needs, and the agenda fits', async () => {
      const tomorrow = date(inDays(1));
      await turnTo(inDays(1));
      await tomorrow.click();
      await page.getByText(plan[code].daysChosen(3, 3)).waitFor();
      // Before a weekend the proposal begins on Monday; the class of today goes on tomorrow all the same.
      if ((await tomorrow.getAttribute('aria-pressed')) === 'false') await tomorrow.click();
      await page.getByText(fits(code)).waitFor();
      await page.getByLabel(t.province).selectOption('LA-LM');
      await page.getByLabel(t.venueLo).fill('ຫ້ອງປະຊຸມແຂວງຫຼວງນ້ຳທາ');
      await page.getByLabel(t.venueEn).fill('Meeting hall, Luang Namtha');
      await isAccessible(page);
      await onward();
      await at('team', 3);
    });

    await step('the trainer is needed in the class of today at that time, and cannot go on', async () => {
      await page
        .getByText(/FND-\d{4}-\d\d/)
        .first()
        .waitFor();
      await isAccessible(page, { dark: true });
      await onward();
      await page.getByText(plan[code].settleClash).waitFor();
    });

    await step('chooses other days, and the clash is gone', async () => {
      await page.getByRole('button', { name: t.previous, exact: true }).click();
      await at('when', 2);
      while ((await chosen().count()) > 0) await chosen().first().click();
      const monday = nextMonday(weeks);
      await turnTo(monday);
      await date(monday).click();
      await page.getByText(plan[code].daysChosen(3, 3)).waitFor();
      await onward();
      await at('team', 3);
      await page.getByText(t.noClash).waitFor();
    });

    await step('takes a second trainer, and the plan outlives a reload', async () => {
      const trainer = page.getByRole('button', { name: new RegExp(t.upcoming(0)) }).first();
      await trainer.click();
      await page.getByRole('combobox').nth(1).waitFor();
      await page.reload();
      await at('team', 3);
      assert.equal(await page.getByRole('combobox').count(), 2);
      await page.getByText(t.noClash).nth(1).waitFor();
      await onward();
      await at('people', 4);
    });

    await step('names three officers', async () => {
      await page.getByRole('searchbox', { name: t.searchPeople }).fill(search);
      const found = page.getByRole('listitem').getByRole('button', { pressed: false });
      await found.first().waitFor();
      for (let n = 0; n < 3; n++) await found.first().click();
      await page.getByText(t.chosen(3)).waitFor();
      await isAccessible(page);
      await onward();
      await at('review', 5);
    });

    await step(
      'is proposed the usual kind of class, with the reason, and chooses that of traditional posts',
      async () => {
        await page.getByRole('heading', { name: plan[code].summary }).waitFor();
        const kinds = page.getByRole('group', { name: plan[code].kind });
        const usual = kinds.getByRole('radio', { name: new RegExp(plan[code].standard) });
        assert.ok(await usual.isChecked());
        await kinds.getByText(plan[code].because.people(0, 3, traditional[code])).waitFor();
        await takes('M07', 75);
        await kinds.getByRole('radio', { name: traditional[code], exact: true }).check();
        await takes('M07', 50);
        await takes('M10', 85);
      },
    );

    await step('looks it over, and plans it', async () => {
      await isAccessible(page, { dark: true });
      await page.getByRole('button', { name: plan[code].finish, exact: true }).click();
      await page.getByRole('heading', { name: `${t.nominatedPeople} · 3` }).waitFor();
      await isAccessible(page);
    });

    await step('confirms the three, who have their seats', async () => {
      await page.getByRole('button', { name: t.confirmAll(3), exact: true }).click();
      await page.getByRole('heading', { name: `${t.confirmedPeople} · 3` }).waitFor();
      await page.getByText(t.seatsTaken(3, 20)).first().waitFor();
      await isAccessible(page);
    });

    await step('is told that none of them can sign in yet, and prints their cards', async () => {
      await page.getByText(t.cardsMissing(3), { exact: true }).waitFor();
      const print = people[code].printCards(3);
      await page.getByRole('button', { name: print, exact: true }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name: print, exact: true }).click();
      assert.match((await saved).suggestedFilename(), /\.pdf$/);
      await page.getByText(t.cardsMissing(3), { exact: true }).waitFor({ state: 'detached' });
      assert.equal(await page.getByText(t.cardUnused, { exact: true }).count(), 3);
      await isAccessible(page);
    });

    await step('reads the timetable that came of it', async () => {
      await page.getByRole('link', { name: t.timetable, exact: true }).click();
      await page.getByText('M02').first().waitFor();
      await page.getByText(traditional[code], { exact: true }).waitFor();
      await takes('M07', 50);
      await isAccessible(page, { dark: true });
      assert.ok(await fitsInWidth(page), 'nothing stands out of the page at the side');
    });

    await step('reads a module as the class will have it, and then with the parts of every kind', async () => {
      await page.getByRole('button', { name: /M07/ }).first().click();
      await page.getByRole('link', { name: t.readAsTaught }).click();
      await page.getByRole('heading', { level: 2 }).nth(4).waitFor();
      await page.getByText(`M07 · ${curricula[code].minutes(50)}`).waitFor();
      const mark = page.getByText(curricula[code].skip(curricula[code].kinds.traditional));
      assert.equal(await mark.count(), 0);
      await page.getByRole('link', { name: curricula[code].allParts }).click();
      await mark.nth(1).waitFor();
      assert.equal(await mark.count(), 2);
      await isAccessible(page);
      await isAccessible(page, { dark: true });
    });

    await step('sees how fresh the Lao of the version is, as it was counted when it was published', async () => {
      await page.getByRole('main').getByRole('link', { name: curricula[code].modules, exact: true }).click();
      await page.getByText(curricula[code].freshness, { exact: true }).waitFor();
      await page.getByRole('img', { name: curricula[code].laoText }).waitFor();
      await isAccessible(page);
    });
  });

function fits(code) {
  const [before, after] = plan[code].fits('#', 3).split('#');
  return new RegExp(`${before}[\\d.,]+${after.split('3')[0]}`);
}

/** A day of Vientiane so many days from now, `YYYY-MM-DD`. */
function inDays(n) {
  return new Date(Date.now() + (n * 24 + 7) * 3_600_000).toISOString().slice(0, 10);
}

function nextMonday(weeks) {
  const from = new Date(`${inDays(weeks * 7)}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() + ((8 - from.getUTCDay()) % 7));
  return from.toISOString().slice(0, 10);
}

function fitsInWidth(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}
