// The check of WCAG 2.2 A and AA that each page of a journey passes, as far as a program can check it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Fails with every violation on the page as it stands, in the light; `dark` looks at it a second time. */
export async function isAccessible(page, { dark = false } = {}) {
  const screen = page.viewportSize();
  await page.setViewportSize({ ...screen, height: await wholeHeight(page) });
  await check(page, 'light');
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await check(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(screen);
}

/** Of the page without scrolling: else what a bar at the edge of the screen happens to cover by half would count as too small. */
function wholeHeight(page) {
  return page.evaluate(() => Math.max(innerHeight, document.documentElement.scrollHeight));
}

async function check(page, look) {
  // One whose element has gone is over as well, and says so by refusing.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => {}));
  // Not as a script of the page: its own policy would refuse one.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (values) => {
    const found = await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.any.map((one) => one.message).join('; ')}`),
    );
  }, rules);
  assert.deepEqual(violations, [], `${page.url()} has no violation (${look})`);
}
