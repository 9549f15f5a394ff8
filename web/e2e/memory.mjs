// What a device remembers: everything that a browser keeps for this site, as one text.

/** The names of databases and caches, and all that is in them and in the storages of the page. */
export function memoryOf(page) {
  return page.evaluate(async () => {
    const settled = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await settled(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const source = db.transaction(store).objectStore(store);
        databases.push([name, store, await settled(source.getAllKeys()), await settled(source.getAll())]);
      }
      db.close();
    }
    const kept = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        const isText = /json|html/.test(response.headers.get('content-type') ?? '');
        kept.push([name, request.url, isText ? await response.text() : '']);
      }
    }
    return {
      databases: [...new Set(databases.map(([name]) => name))],
      caches: await caches.keys(),
      text: JSON.stringify([databases, kept, { ...localStorage }, { ...sessionStorage }]),
    };
  });
}
