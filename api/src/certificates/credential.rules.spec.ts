import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { exampleFacts } from './certificate.example.js';
import { readCredential, signedCredential } from './credential.rules.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const known = (id: string) => (id === 'k1' ? publicKey : null);
const [withLatin, withoutLatin] = exampleFacts;

describe('the signed payload of a certificate', () => {
  it('says without network whose certificate it is', () => {
    const { fragment } = signedCredential(withLatin!, 'k1', privateKey);
    expect(readCredential(fragment, known)).toEqual({
      keyId: 'k1',
      number: 'DOI-FND-2026-0147-3',
      kind: 'completion',
      name: 'Dokchampa Namjaingam',
      versionLabel: '1.2.0',
      endsOn: '2026-10-12',
    });
    expect(readCredential(signedCredential(withoutLatin!, 'k1', privateKey).fragment, known)?.name).toBe('ຄຳແກ້ວ ຟ້າໃສ');
  });

  it('is the same for the same certificate', () => {
    expect(signedCredential(withLatin!, 'k1', privateKey)).toEqual(signedCredential(withLatin!, 'k1', privateKey));
  });

  it('does not hold when a letter of it was changed', () => {
    const { fragment } = signedCredential(withLatin!, 'k1', privateKey);
    const [payload, signature] = fragment.split('.') as [string, string];
    const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('Dokchampa', 'Dokchampo')).toString(
      'base64url',
    );
    expect(readCredential(`${forged}.${signature}`, known)).toBeNull();
  });

  it.each(['', 'x', 'a.b', 'a.b.c'])('is nothing when the fragment is %j', (fragment) => {
    expect(readCredential(fragment, known)).toBeNull();
  });

  it('does not hold when nobody knows the key', () => {
    expect(readCredential(signedCredential(withLatin!, 'k2', privateKey).fragment, known)).toBeNull();
  });
});
