// Whether a device could do without the network.

/** Waits until the service worker keeps the whole program of an area (`learn`, `teach`) in the page's language, as the server at `from` has it. */
export async function keepsProgram(page, area, from = new URL(page.url()).origin) {
  const areas = await (await fetch(`${from}/_app/area-files.json`)).json();
  const inEnglish = (await page.locator('html').getAttribute('lang')) === 'en';
  await page.waitForFunction(
    async (files) => {
      await navigator.serviceWorker.ready;
      const names = (await caches.keys()).filter((name) => name.startsWith('khou-app-'));
      const kept = (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat();
      const paths = new Set(kept.map((request) => new URL(request.url).pathname));
      return files.every((file) => paths.has(file));
    },
    [...areas[area], ...(inEnglish ? areas.english : [])],
  );
}
