/** A value that lies on the device unreadable: names of a class, for instance. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Null where the browser gives no cryptography (plain http): then what needs sealing is not kept at all. */
export async function newKey(): Promise<CryptoKey | null> {
  // Not extractable: the key can be used on this device and cannot be copied from it.
  return (
    (await globalThis.crypto.subtle?.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])) ??
    null
  );
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) };
}

export async function unseal(key: CryptoKey, { iv, bytes }: Sealed): Promise<unknown> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text));
}
