import { Injectable } from '@nestjs/common';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { searchKey } from '../kernel/text.js';
import { refuseAccess } from './access.failures.js';
import { type SecretKind, secretFault } from './secrets.rules.js';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let common: Set<string> | null = null;

/** Hashes and checks passwords, PINs and card codes. */
@Injectable()
export class SecretsService {
  private decoy: Promise<string> | null = null;

  hash(secret: string): Promise<string> {
    return hash(secret.normalize('NFC'), cost);
  }

  /** Takes as long for a missing hash as for a wrong secret: names are not told by the clock. */
  async matches(secretHash: string | null, secret: string): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this secret');
    const right = await verify(secretHash ?? (await this.decoy), secret.normalize('NFC'));
    return right && secretHash !== null;
  }

  /** Throws when the person may not choose this secret. */
  async refuseWeak(secret: string, kind: SecretKind): Promise<SecretKind> {
    common ??= await commonPasswords();
    const fault = secretFault(secret, kind, (folded) => common!.has(folded));
    if (fault !== null) throw refuseAccess(fault);
    return kind === 'pin' && /^\d{6,12}$/.test(secret) ? 'pin' : 'password';
  }
}

/** The most common leaked passwords, folded; half a megabyte, so loaded when the first person chooses one. */
async function commonPasswords(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set((dictionary['passwords-common'] as string[]).map(searchKey));
}
