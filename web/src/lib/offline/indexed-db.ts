/** An IndexedDB request as a promise. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** When everything in the transaction is on disk. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/** Opens a database; `upgrade` makes its stores when it is new. Another tab that wants to delete it is not kept waiting. */
export async function opened(name: string, upgrade: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => upgrade(request.result);
  const db = await settled(request);
  db.onversionchange = () => db.close();
  return db;
}

export async function read<T>(db: IDBDatabase, store: string, key: string): Promise<T | undefined> {
  return settled(db.transaction(store).objectStore(store).get(key));
}

export async function write(db: IDBDatabase, store: string, change: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = db.transaction(store, 'readwrite');
  change(transaction.objectStore(store));
  await done(transaction);
}
