// What every journey stands on: a Chromium of its own, a device for each person in it, and steps that stop at the first
// that fails. A device also watches: a script that breaks, or an answer of 500, fails the journey wherever it happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium } from 'playwright-core';

export const home = process.env.KHOU_URL ?? 'http://localhost:4321';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const sizes = {
  phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

/**
 * A journey of one or more persons. `walk` gets `step(sentence, act)` and `device(options)`; what comes after a step that
 * failed is skipped, because it would only fail of the same cause.
 */
export function journey(title, walk) {
  test(title, async (t) => {
    const browser = await chromium.launch({
      executablePath: process.env.KHOU_CHROMIUM || '/usr/bin/chromium',
      args: flags,
    });
    const devices = [];
    let broken = false;

    const step = (sentence, act) =>
      t.test(sentence, { skip: broken && 'a step before it failed' }, async () => {
        try {
          await act();
          for (const device of devices) assert.deepEqual(device.faults.splice(0), [], 'nothing breaks in the browser');
        } catch (fault) {
          broken = true;
          await tell(devices);
          throw fault;
        }
      });
    const device = async (options) => {
      const one = await aDevice(browser, options);
      devices.push(one);
      return one;
    };

    try {
      await walk({ step, device });
    } finally {
      await browser.close();
    }
  });
}

/**
 * A device of one person: `phone` (360×640) or `desktop`, in Lao unless told, with or without scripts.
 * `faults` collects what broke in it.
 */
async function aDevice(browser, { size = 'phone', language = 'lo', script = true } = {}) {
  const context = await browser.newContext({
    ...sizes[size],
    baseURL: home,
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Vientiane',
  });
  context.setDefaultTimeout(15_000);
  if (language !== 'lo') await context.addCookies([{ name: 'lang', value: language, url: home }]);
  const faults = [];
  context.on('weberror', (error) => faults.push(error.error().stack ?? String(error.error())));
  context.on('console', (message) => {
    // The browser also writes a line for each answer that is no success, and for each request without a network.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  context.on('response', (response) => {
    if (response.status() >= 500 && !response.fromServiceWorker())
      faults.push(`${response.status()} ${response.url()}`);
  });
  const page = await context.newPage();
  return { context, page, faults, language };
}

/** What the person saw when the step failed: the quickest way to know why, also from the log of a machine far away. */
async function tell(devices) {
  for (const { page, faults } of devices) {
    const seen = await page
      .locator('body')
      .ariaSnapshot({ timeout: 2_000 })
      .catch(() => '(nothing)');
    console.log([`--- ${page.url()}`, ...seen.split('\n').slice(0, 80), ...faults].join('\n'));
  }
}
