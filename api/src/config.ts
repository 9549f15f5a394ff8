import { resolve } from 'node:path';

/** Everything the program takes from its environment, read once; also the token it is injected by. See docs/OPERATIONS.md. */
export abstract class Config {
  abstract readonly dataDir: string;
  abstract readonly host: string;
  abstract readonly port: number;
  /** What certificates, cards and links call this installation, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** Null: the program starts its own Postgres in the data directory. */
  abstract readonly databaseUrl: string | null;
  /** Null: jobs run in this process. */
  abstract readonly redisUrl: string | null;
  abstract readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** PKCS#8 PEM of the Ed25519 key for certificates; null: a key file in the data directory. */
  abstract readonly signingKey: string | null;
  /** Whether `serve` offers the demonstration on an empty database. */
  abstract readonly demo: 'ask' | 'yes' | 'no';
  /** How many reverse proxies in front may be believed about the client's address. */
  abstract readonly trustedProxies: number;
  /** Whether `serve` itself takes jobs from Redis, besides the workers. */
  abstract readonly serveWorks: boolean;
  /** How long a job that was given out and not heard of since is left alone. */
  abstract readonly jobLeaseSeconds: number;
}

export class ConfigFault extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}:\n  ${problems.join('\n  ')}`,
    );
  }
}

/** Reads and checks the environment; throws one `ConfigFault` that lists every problem. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const text = (name: string) => environment[name]?.trim() || null;

  function whole(name: string, fallback: number, least: number, most: number): number {
    const given = text(name);
    if (given === null) return fallback;
    const value = Number(given);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    problems.push(`${name} must be a whole number from ${least} to ${most}, not "${given}".`);
    return fallback;
  }

  function oneOf<const Words extends readonly string[]>(
    name: string,
    words: Words,
    fallback: Words[number],
  ): Words[number] {
    const given = text(name);
    if (given === null || words.includes(given)) return given ?? fallback;
    problems.push(`${name} must be one of ${words.join(', ')}, not "${given}".`);
    return fallback;
  }

  function address(name: string, schemes: readonly string[]): string | null {
    const given = text(name);
    if (given === null) return null;
    const scheme = URL.canParse(given) ? new URL(given).protocol : null;
    if (scheme !== null && schemes.includes(scheme)) return given;
    problems.push(`${name} must be an address that begins with ${schemes.map((word) => `${word}//`).join(' or ')}.`);
    return null;
  }

  const port = whole('PORT', 4321, 0, 65535);
  const host = text('HOST') ?? '127.0.0.1';
  const config: Config = {
    dataDir: resolve(text('KHOU_DATA_DIR') ?? '.khou'),
    host,
    port,
    publicUrl: (
      address('PUBLIC_URL', ['http:', 'https:']) ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
    ).replace(/\/+$/, ''),
    databaseUrl: address('DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: address('REDIS_URL', ['redis:', 'rediss:']),
    logLevel: oneOf('KHOU_LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'info'),
    signingKey: text('KHOU_SIGNING_KEY'),
    demo: oneOf('KHOU_DEMO', ['ask', 'yes', 'no'], 'ask'),
    serveWorks: oneOf('KHOU_SERVE_WORKS', ['yes', 'no'], 'yes') === 'yes',
    jobLeaseSeconds: whole('KHOU_JOB_LEASE_SECONDS', 30, 1, 3_600),
    trustedProxies: whole('KHOU_TRUSTED_PROXIES', 0, 0, 10),
  };
  if (config.signingKey !== null && !config.signingKey.includes('PRIVATE KEY'))
    problems.push('KHOU_SIGNING_KEY must be an Ed25519 private key in PEM form.');
  if (problems.length > 0) throw new ConfigFault(problems);
  return Object.freeze(config);
}
