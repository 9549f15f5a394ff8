/** What the square on a certificate says behind the `#`, in the order in which it was signed (edition 1). */
export interface Credential {
  keyId: string;
  number: string;
  kind: 'completion' | 'attendance';
  /** As signed: in Latin letters where there are any. */
  name: string;
  versionLabel: string;
  endsOn: string;
}

/** A credential with the bytes that were signed and the signature, not checked yet. */
export interface Claim {
  credential: Credential;
  payload: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

/** Reads `payload.signature`, both base64url; null where it is no claim of an edition this page knows. */
export function claimIn(fragment: string): Claim | null {
  const [packed = '', signed = '', ...rest] = fragment.replace(/^#/, '').split('.');
  const [payload, signature] = [bytesOf(packed), bytesOf(signed)];
  if (!payload || signature?.length !== 64 || rest.length > 0) return null;
  const lines = new TextDecoder().decode(payload).split('\n');
  const [edition, keyId, number, kind, name, versionLabel, endsOn] = lines;
  if (edition !== '1' || lines.length !== 7 || !keyId || !number || !name || !versionLabel || !endsOn) return null;
  if (kind !== 'C' && kind !== 'A') return null;
  const credential: Credential = {
    keyId,
    number,
    kind: kind === 'C' ? 'completion' : 'attendance',
    name,
    versionLabel,
    endsOn,
  };
  return { credential, payload, signature };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(base64url)) return null;
  try {
    return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
