import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Queries, type Tx } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';

export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * The Ed25519 key that signs certificates: the configured one, or one made at first need in the data directory. Public
 * keys stay in the database for ever, so that what an earlier key signed can be checked after the key has changed.
 */
@Injectable()
export class SigningKeys {
  private loaded: Promise<SigningKey> | null = null;

  constructor(
    private readonly config: Config,
    private readonly queries: Queries,
    private readonly clock: Clock,
  ) {}

  /** The key to sign with. */
  current(): Promise<SigningKey> {
    this.loaded ??= this.load().catch((fault: unknown) => {
      this.loaded = null;
      throw fault;
    });
    return this.loaded;
  }

  /** Keeps the public half, in the transaction of what it signs. */
  async record(tx: Tx, { id, publicKey }: SigningKey): Promise<void> {
    await tx.query(
      `insert into signing_keys (id, public_key, created_at) values ($1, $2, $3) on conflict (id) do nothing`,
      [id, publicKey.export({ type: 'spki', format: 'pem' }), this.clock.now()],
    );
  }

  /** Every public key that ever signed, as JSON Web Keys (RFC 8037). */
  async published() {
    const rows = await this.queries.read<{ id: string; public_key: string; created_at: Date; retired_at: Date | null }>(
      `select id, public_key, created_at, retired_at from signing_keys order by created_at, id`,
    );
    return {
      keys: rows.map((row) => ({
        kty: 'OKP' as const,
        crv: 'Ed25519' as const,
        kid: row.id,
        x: createPublicKey(row.public_key).export({ format: 'jwk' }).x!,
        createdAt: row.created_at,
        retiredAt: row.retired_at,
      })),
    };
  }

  private async load(): Promise<SigningKey> {
    const privateKey = createPrivateKey(this.config.signingKey ?? (await this.keyFile()));
    if (privateKey.asymmetricKeyType !== 'ed25519')
      throw new Error('The signing key for certificates must be an Ed25519 key');
    const publicKey = createPublicKey(privateKey);
    const id = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex')
      .slice(0, 12);
    return { id, privateKey, publicKey };
  }

  private async keyFile(): Promise<string> {
    const path = join(this.config.dataDir, 'keys', 'certificates.pem');
    const present = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return null;
      throw fault;
    });
    if (present !== null) return present;
    await mkdir(join(this.config.dataDir, 'keys'), { recursive: true, mode: 0o700 });
    return this.newKeyFile(path);
  }

  /** Written whole, then given its name; of two processes that make one at once, the first to lock decides. */
  private async newKeyFile(path: string): Promise<string> {
    return this.queries.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('khou signing key'))`);
      const present = await readFile(path, 'utf8').catch(() => null);
      if (present !== null) return present;
      const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const draft = `${path}.${newId()}`;
      try {
        const file = await open(draft, 'wx', 0o600);
        await file.writeFile(pem);
        await file.sync();
        await file.close();
        await rename(draft, path);
      } catch (fault) {
        await rm(draft, { force: true });
        throw fault;
      }
      return pem;
    });
  }
}
