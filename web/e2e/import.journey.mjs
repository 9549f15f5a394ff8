import assert from 'node:assert/strict';
import { isAccessible } from './accessibility.mjs';
import { home, journey } from './browser.mjs';
import { codesIn, downloaded, textOf } from './documents.mjs';
import { signIn } from './people.mjs';
import { sentences, words } from './words.mjs';

const t = (await words('import', 'people')).en;
const imports = (await words('import')).en;
const activation = (await words('activation')).lo;
const refused = (await sentences()).lo['access.code_refused']();
const learn = (await words('learn')).lo;
const people = (await words('people')).en;

// Fruits, flowers and animals at one post: nobody of these names exists.
const given = ['ມ່ວງ', 'ກ້ຽງ', 'ພ້າວ', 'ຫຸ່ງ', 'ນັດ', 'ລຳໄຍ', 'ລິ້ນຈີ່', 'ສີດາ', 'ຂາມ', 'ຂຽບ', 'ເດື່ອ', 'ກະດັນງາ', 'ພຸດສອນ'];
const family = ['ເຮືອບິນ', 'ໝໍ້ແກງ'];
const newPeople = family.flatMap((last, side) =>
  given.map((first, n) => ({ number: `N2${String(side * 13 + n + 1).padStart(3, '0')}`, name: `${first} ${last}` })),
);

journey('An administrator imports officers, prints their cards, and one of them comes in', async ({ step, device }) => {
  const desk = await device({ size: 'desktop', language: 'en' });
  const { page } = desk;
  const tab = (name, count) => page.getByRole('link', { name: `${imports.verdicts[name]} ${count}`, exact: true });
  const decision = (line) => page.getByLabel(imports.decisionOf(line));
  let cards;
  let card;

  await step('sees the people on record', async () => {
    await signIn(desk, 'ADMIN');
    await page.getByRole('link', { name: people.title, exact: true }).first().click();
    await page.getByRole('table').waitFor();
    await isAccessible(page, { dark: true });
    await page.getByRole('link', { name: t.importTitle, exact: true }).first().click();
    await page.getByText(imports.fileHint).waitFor();
    await isAccessible(page);
  });

  await step('uploads a list of thirty, and its headings are understood', async () => {
    await page
      .getByLabel(imports.chooseFile)
      .setInputFiles({ name: 'officers.csv', mimeType: 'text/csv', buffer: Buffer.from(await list(desk)) });
    await page.getByText(imports.columnsLead(30)).waitFor();
    await isAccessible(page);
    await page.getByRole('button', { name: imports.toCheck }).click();
  });

  await step('is shown what would become of each row', async () => {
    for (const [name, count] of [
      ['new', 26],
      ['update', 2],
      ['unchanged', 0],
      ['duplicate', 1],
      ['error', 1],
    ]) {
      await tab(name, count).click();
      await page.getByText(imports.verdictTexts[name]).waitFor();
      await isAccessible(page);
    }
    await page.getByText(imports.issues.unit_unknown).waitFor();
  });

  await step('may not write it before everything is decided', async () => {
    const write = page.getByRole('button', { name: /^Write/ });
    assert.equal(await write.getAttribute('aria-disabled'), 'true');
    await tab('duplicate', 1).click();
    await decision(30).selectOption('skip');
    await page.getByLabel(imports.leaveOut(1)).check();
    await page.getByRole('button', { name: imports.confirm(28), exact: true }).click();
    await page.getByRole('heading', { name: imports.doneTitle }).waitFor();
    await isAccessible(page);
  });

  await step('prints a card for each of the 26 new ones', async () => {
    await page.getByRole('button', { name: t.printCards(26) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t.printReset).waitFor();
    await isAccessible(page);
    cards = await downloaded(page, () => dialog.getByRole('button', { name: t.printCards(26) }).click());
    assert.match(cards.name, /[.]pdf$/);
  });

  await step('the cards carry the names, and each another address to come in by', async () => {
    const text = await textOf(cards.file);
    for (const { name } of [newPeople[0], newPeople[25]]) assert.ok(text.includes(name), `${name} is on a card`);
    const addresses = await codesIn(cards.file, 26);
    assert.equal(addresses.length, 26, 'a camera reads one address a card');
    for (const address of addresses) assert.ok(address.startsWith(`${home}/activate?c=`), address);
    card = addresses[0];
  });

  const phone = await device();

  await step('an officer scans the card, says who it is, and sets a PIN', async () => {
    await phone.page.goto(card);
    await phone.page.getByRole('heading', { name: activation.personTitle }).waitFor();
    await isAccessible(phone.page);
    await phone.page.getByRole('button', { name: activation.isMe }).click();
    await phone.page.getByRole('heading', { name: activation.secretTitle.pin }).waitFor();
    await isAccessible(phone.page);
    await phone.page.getByLabel(activation.secret.pin, { exact: true }).fill('395172');
    await phone.page.getByLabel(activation.repeat.pin, { exact: true }).fill('395172');
    await phone.page.getByRole('button', { name: activation.finish }).click();
  });

  await step('and stands on the page of today', async () => {
    await phone.page.waitForURL('**/learn');
    await phone.page.getByText(learn.nothingToday).waitFor();
    await isAccessible(phone.page);
  });

  await step('the card works once', async () => {
    const stranger = await device();
    await stranger.page.goto(card);
    await stranger.page.getByRole('alert').getByText(refused).waitFor();
    await stranger.page.getByLabel(activation.code).waitFor();
  });

  await step('the administrator sees who came in, and the new telephone number of a known officer', async () => {
    const { userName } = await (await phone.context.request.get('/api/v1/session')).json();
    await page.getByRole('link', { name: people.title, exact: true }).first().click();
    await (await found(userName)).getByText(people.accounts.active).waitFor();
    await (await found('F1002')).getByRole('link').click();
    await page
      .getByText(/5555.?1002/)
      .first()
      .waitFor();
    await isAccessible(page, { dark: true });
  });

  /** The line of the only person in the list of people who has the service number. */
  async function found(number) {
    await page.getByLabel(people.search).fill(number);
    const lines = page.getByRole('row');
    await lines.nth(2).waitFor({ state: 'detached' });
    return lines.filter({ hasText: number });
  }
});

/** 26 new officers, two on record with a new telephone number, one who may be somebody on record, one at a post that is none. */
async function list({ context }) {
  const found = await (await context.request.get('/api/v1/people?q=F1003')).json();
  const [known] = found.items;
  const rows = [
    ['ລະຫັດພະນັກງານ', 'ຊື່ ແລະ ນາມສະກຸນ', 'ເພດ', 'ດ່ານ', 'ເບີໂທ'],
    ...newPeople.map(({ number, name }, n) => [number, name, n % 2 ? 'ຊ' : 'ຍ', 'CP-BOTEN', '']),
    ['F1001', '', '', '', '020 5555 1001'],
    ['F1002', '', '', '', '020 5555 1002'],
    ['', known.nameLo, '', 'CP-WATTAY', ''],
    ['N2099', 'ໝາກໄມ້ ບໍ່ມີດ່ານ', '', 'CP-NOWHERE', ''],
  ];
  return `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}
