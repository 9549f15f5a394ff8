import type { Claim } from './credential.rules.js';

/** `unsupported`: nothing can be said, because there are no keys or the browser knows no Ed25519. */
export type Signature = 'genuine' | 'forged' | 'unsupported';

/** Checks a claim against the published keys (RFC 8032, RFC 8037). */
export async function checked(claim: Claim, keys: readonly { kid: string; x: string }[]): Promise<Signature> {
  if (keys.length === 0 || !globalThis.crypto?.subtle) return 'unsupported';
  const key = keys.find(({ kid }) => kid === claim.credential.keyId);
  if (!key) return 'forged';
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x };
    const known = await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['verify']);
    const holds = await crypto.subtle.verify({ name: 'Ed25519' }, known, claim.signature, claim.payload);
    return holds ? 'genuine' : 'forged';
  } catch {
    return 'unsupported';
  }
}
