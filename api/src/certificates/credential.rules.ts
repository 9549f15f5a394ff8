import { type KeyObject, sign, verify } from 'node:crypto';
import type { CertificateFacts } from './certificate.facts.js';

/** What the signature covers: enough of the face for a reader without network to compare with the paper in hand. */
export type CredentialFacts = Pick<CertificateFacts, 'number' | 'kind' | 'person' | 'course' | 'endsOn'>;

export interface Credential {
  readonly keyId: string;
  readonly number: string;
  readonly kind: 'completion' | 'attendance';
  /** The Latin name where there is one, else the Lao name. */
  readonly name: string;
  readonly versionLabel: string;
  readonly endsOn: string;
}

const edition = '1';

/** The signed bytes: six lines of UTF-8 after the edition. Lines of a certificate hold no control characters, so none can forge another. */
export function credentialText(facts: CredentialFacts, keyId: string): string {
  const { number, kind, person, course, endsOn } = facts;
  return [
    edition,
    keyId,
    number,
    kind === 'completion' ? 'C' : 'A',
    person.nameEn ?? person.nameLo,
    course.versionLabel,
    endsOn,
  ].join('\n');
}

/** The fragment behind the address in the QR code: payload and Ed25519 signature (RFC 8032), base64url, with a dot between. */
export function signedCredential(
  facts: CredentialFacts,
  keyId: string,
  key: KeyObject,
): { signature: string; fragment: string } {
  const payload = Buffer.from(credentialText(facts, keyId), 'utf8');
  const signature = sign(null, payload, key).toString('base64url');
  return { signature, fragment: `${payload.toString('base64url')}.${signature}` };
}

/** Reads a fragment back; null when it is not one or was not signed by the key. */
export function readCredential(fragment: string, publicKey: (keyId: string) => KeyObject | null): Credential | null {
  const [packed = '', signature = '', ...rest] = fragment.split('.');
  const payload = Buffer.from(packed, 'base64url');
  const lines = payload.toString('utf8').split('\n');
  const [found, keyId, number, kind, name, versionLabel, endsOn] = lines;
  if (rest.length > 0 || lines.length !== 7 || found !== edition) return null;
  const key = publicKey(keyId!);
  if (key === null || !verify(null, payload, key, Buffer.from(signature, 'base64url'))) return null;
  return {
    keyId: keyId!,
    number: number!,
    kind: kind === 'C' ? 'completion' : 'attendance',
    name: name!,
    versionLabel: versionLabel!,
    endsOn: endsOn!,
  };
}
