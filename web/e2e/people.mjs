// Who is in the demonstration, and how they come in.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from './words.mjs';

const signIns = JSON.parse(await readFile(join(process.env.KHOU_DATA_DIR, 'demo-sign-in.json'), 'utf8'));
const forPublic = await words('public');

/** The PIN or password of a user name of the demonstration. */
export function secretOf(userName) {
  return signIns.find((one) => one.userName === userName).secret;
}

/** Signs in at the door, in the language of the device, and waits for the first page behind it. */
export async function signIn({ page, language }, userName, secret = secretOf(userName)) {
  await page.goto('/sign-in');
  await fillSignIn(page, language, userName, secret);
  await page.waitForURL(/\/(learn|teach|admin)/);
}

export async function fillSignIn(page, language, userName, secret) {
  const t = forPublic[language].signIn;
  await page.getByLabel(t.name, { exact: true }).fill(userName);
  await page.getByLabel(t.secret, { exact: true }).fill(secret);
  await page.getByRole('button', { name: t.submit }).click();
}
