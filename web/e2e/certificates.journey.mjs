import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAccessible } from './accessibility.mjs';
import { home, journey } from './browser.mjs';
import { codesIn, textOf } from './documents.mjs';
import { signIn } from './people.mjs';
import { publish } from './publish.mjs';
import { words } from './words.mjs';

const t = (await words('certificates')).lo;
const shell = (await words('shell')).lo;
const courses = (await words('courses')).lo;
const teach = (await words('teach')).lo.class;
const own = (await words('my-certificates')).lo;
const verification = (await words('verification')).lo;
const title = 'ຮຸ່ນທົດລອງໃບຢັ້ງຢືນ';
// Every course that Khou brings ends with a test; this one is of a day that asks for attendance alone.
const day = [
  { file: 'curriculum.yaml', from: /^code: .*$/m, to: 'code: attendance-day' },
  { file: 'curriculum.yaml', from: /^series: .*$/m, to: 'series: DAY' },
  { file: 'curriculum.yaml', from: /^tests: .*\n/m, to: '' },
  { file: 'curriculum.yaml', from: /^ *- \{ kind: test,.*\n/m, to: '' },
];
const reason = 'ອອກໃຫ້ຜິດຄົນ (ທົດລອງ)';

journey('A class is closed, its certificates are issued, and anybody can check them', async ({ step, device }) => {
  const desk = await device({ size: 'desktop' });
  const phone = await device();
  const { page } = desk;
  let cohort;
  let verifyUrl;
  let number;

  await step('a class of two days last week has five people', async () => {
    await signIn(desk, 'ADMIN');
    await publish('refresher', day);
    cohort = await aClassOfLastWeek(desk.context.request);
  });

  await step('its trainer opens it and calls the names of four half-days: one officer missed one', async () => {
    await signIn(phone, 'M1002');
    await phone.page.goto(`/teach/cohorts/${cohort.id}`);
    await confirm(phone.page, courses.openClass);
    await phone.page.getByText(courses.classOpened).waitFor();
    await phone.page.getByRole('link', { name: teach.attendance, exact: true }).click();
    const halves = phone.page.getByRole('group', { name: teach.halfDay }).getByRole('button');
    for (let n = 0; n < 4; n++) {
      await halves.nth(n).click();
      await phone.page.getByText(teach.leftToMark(5)).waitFor();
      if (n === 3)
        await phone.page
          .getByRole('group', { name: teach.markOf(cohort.people[4].nameLo) })
          .getByTitle(teach.marks.absent)
          .click();
      await phone.page.getByRole('button', { name: teach.restPresent }).click();
      await phone.page.getByText(teach.leftToMark(0)).waitFor();
    }
    await isAccessible(phone.page);
  });

  await step('and closes it', async () => {
    await phone.page.getByRole('link', { name: teach.toClass }).click();
    await confirm(phone.page, courses.closeClass);
    await phone.page.getByText(courses.classClosed).waitFor();
    await isAccessible(phone.page);
  });

  await step('the administrator sees that four wait for a certificate, and why the fifth does not', async () => {
    await page.getByRole('link', { name: t.title, exact: true }).first().click();
    const row = page.getByRole('row').filter({ hasText: title });
    await row.getByText(t.waitingCount(4)).waitFor();
    await isAccessible(page, { dark: true });
    await row.getByRole('link', { name: title }).click();
    await page.getByText(t.obstacles.attendance_low(3, 4, '100%')).waitFor();
    await isAccessible(page, { dark: true });
  });

  await step('issues the four, and watches until all are printed', async () => {
    await page.getByRole('button', { name: t.issueCompletion(4) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t.confirmText(4)).waitFor();
    await isAccessible(page);
    await dialog.getByRole('button', { name: t.issueCompletion(4) }).click();
    await page.getByRole('heading', { name: t.printed(4, 4) }).waitFor({ timeout: 60_000 });
    await page
      .getByRole('link', { name: t.openPdfOf('') })
      .nth(3)
      .waitFor();
    await isAccessible(page);
  });

  await step('the paper carries the name in Lao, the number, and a code that leads to the check', async () => {
    const holder = page.getByRole('listitem').filter({ hasText: cohort.people[0].nameLo });
    number = await holder.getByRole('link').first().innerText();
    const pdf = holder.getByRole('link', { name: t.openPdfOf(number) });
    const file = await saved(desk.context.request, await pdf.getAttribute('href'));
    const text = await textOf(file);
    assert.ok(text.includes(cohort.people[0].nameLo), `the name is on the paper:\n${text}`);
    assert.ok(text.includes(number), 'the number is on the paper');
    [verifyUrl] = await codesIn(file);
    assert.ok(verifyUrl.startsWith(`${home}/v/`), verifyUrl);
  });

  await step('the class shows the administrator who was there, and the officer what they were given', async () => {
    await page.goto(`/admin/courses/cohorts/${cohort.id}/attendance`);
    await page.getByText(teach.hereOf(4, 5)).waitFor();
    await isAccessible(page);
    await page.goto(`/admin/people/${cohort.people[0].id}`);
    await page.getByRole('link', { name: title }).waitFor();
    await page.getByRole('link', { name: number, exact: true }).waitFor();
    await isAccessible(page);
  });

  const stranger = await device({ script: false });
  const verdict = (state) =>
    stranger.page.getByRole('heading', { level: 1, name: verification.states[state] }).waitFor();

  await step('a stranger scans it and reads that it is valid, and whose it is', async () => {
    await stranger.page.goto(verifyUrl);
    await verdict('valid');
    await stranger.page.getByText(cohort.people[0].nameLo).waitFor();
    await stranger.page.getByText(number).waitFor();
  });

  await step('the page of the check can be used by everybody', async () => {
    const other = await device();
    await other.page.goto(verifyUrl);
    await isAccessible(other.page, { dark: true });
    await other.page.getByRole('button', { name: 'English' }).click();
    await other.page.getByRole('heading', { name: (await words('verification')).en.states.valid }).waitFor();
    await isAccessible(other.page);
  });

  await step('the administrator may not revoke it without a reason', async () => {
    await page.getByRole('link', { name: number, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    await isAccessible(page, { dark: true });
    await page.getByRole('button', { name: t.revoke, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t.revoke, exact: true }).click();
    await dialog.getByText(t.reasonMissing).waitFor();
    await isAccessible(page);
    await dialog.getByLabel(t.reason).fill(reason);
    await dialog.getByRole('button', { name: t.revoke, exact: true }).click();
    await page.getByText(reason).waitFor();
    await isAccessible(page);
  });

  await step('the stranger reads that it was revoked', async () => {
    await stranger.page.reload();
    await verdict('revoked');
  });

  await step('a code that was never issued is unknown', async () => {
    const { pathname } = new URL(verifyUrl);
    await stranger.page.goto(pathname.slice(0, -1) + (pathname.endsWith('A') ? 'B' : 'A'));
    await verdict('unknown');
  });

  await step(
    'the officer sees both certificates on the phone: the one that is valid and the one that is not',
    async () => {
      const officer = await device();
      await signIn(officer, 'F1001');
      await officer.page.getByRole('link', { name: shell.nav.certificates, exact: true }).click();
      await officer.page.getByText(own.states.revoked, { exact: true }).waitFor();
      await officer.page.getByText(own.states.issued, { exact: true }).waitFor();
      await isAccessible(officer.page, { dark: true });
      const href = await officer.page.getByRole('link', { name: own.download }).getAttribute('href');
      const text = await textOf(await saved(officer.context.request, href));
      assert.ok(text.includes(cohort.people[0].nameLo), 'the one that is valid opens as a PDF');
    },
  );
});

/** What nobody should have to watch: a class planned, its five people confirmed; made by the administrator's own calls. */
async function aClassOfLastWeek(request) {
  const read = async (path) => (await request.get(`/api/v1/${path}`)).json();
  const write = async (path, data) => {
    const answer = await request.post(`/api/v1/${path}`, { data });
    assert.ok(answer.ok(), await answer.text());
    return answer.json();
  };
  const { project } = (await read('courses')).items.find(({ code }) => code === 'CANADA-FND');
  const curriculum = (await read('curricula')).items.find(({ code }) => code === 'attendance-day');
  const course = await write('courses', {
    code: 'CANADA-DAY',
    projectId: project.id,
    curriculumId: curriculum.id,
    titleEn: 'Course for the journey of certificates',
    titleLo: null,
  });
  const [trainer] = (await read('people?q=M1002')).items;
  const people = (await read('candidates?q=F100&limit=50')).items.slice(0, 5);
  const first = (await read('people?q=F1001')).items[0];
  const chosen = [first, ...people.filter(({ personId }) => personId !== first.id)].slice(0, 5);
  const personIds = chosen.map((person) => person.id ?? person.personId);
  const { id } = await write('cohorts', {
    courseId: course.id,
    titleEn: 'Class for the journey of certificates',
    titleLo: title,
    provinceId: 'LA-VT',
    venueLo: 'ວຽງຈັນ',
    days: [daysAgo(8), daysAgo(7)],
    yearEstimated: false,
    seats: 5,
    note: '',
    team: [{ personId: trainer.id, role: 'lead' }],
  });
  await write(`cohorts/${id}/enrolments`, { personIds });
  const { items } = await read(`cohorts/${id}/enrolments`);
  await write(`cohorts/${id}/confirmations`, { enrolmentIds: items.map((one) => one.id), orWait: false });
  return { id, people: chosen };
}

/** Presses a button that asks first, and says yes. */
async function confirm(page, name) {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

/** A PDF behind a link, fetched as the person who sees it. */
async function saved(request, href) {
  const answer = await request.get(href);
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  const file = join(process.env.KHOU_DATA_DIR, 'certificate-of-a-journey.pdf');
  await writeFile(file, await answer.body());
  return file;
}

function daysAgo(n) {
  return new Date(Date.now() + (7 - n * 24) * 3_600_000).toISOString().slice(0, 10);
}
