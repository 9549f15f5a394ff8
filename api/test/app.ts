import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import 'reflect-metadata';
import { AppModule } from '../src/app.module.js';
import { readConfig } from '../src/config.js';
import { AccountsService, type Role } from '../src/access/index.js';
import { Queries } from '../src/db/queries.js';
import { aServer } from '../src/http/server.js';
import { Relay } from '../src/jobs/relay.js';
import { FixedClock } from '../src/kernel/clock.js';
import { newId } from '../src/kernel/ids.js';
import { searchKey } from '../src/kernel/text.js';
import { aDatabase } from './database.js';

/** What a request answered, with its body read as JSON. */
export interface Answer {
  readonly status: number;
  // The shape is the contract's; each test names what it looks at.
  // eslint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

export interface Caller {
  readonly personId: string;
  readonly accountId: string;
  get(url: string): Promise<Answer>;
  post(url: string, body?: unknown): Promise<Answer>;
  patch(url: string, body?: unknown): Promise<Answer>;
  put(url: string, body?: unknown): Promise<Answer>;
  delete(url: string): Promise<Answer>;
  send(method: string, url: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
}

/** The day every test lives in, unless it moves the clock. */
export const testDay = '2026-10-12T02:00:00.000Z';

/**
 * The whole program on a database of its own, cloned from the migrated template, with a clock that stands still and jobs that
 * run when `drain` is called. `close` fails when a job was left behind. `redisUrl`: jobs are given out there at once instead,
 * for workers that the spec starts.
 */
export async function anApp({ redisUrl, leaseSeconds = 30 }: { redisUrl?: string; leaseSeconds?: number } = {}) {
  const database = await aDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'khou-app-'));
  const clock = new FixedClock(new Date(testDay));
  const config = readConfig({
    KHOU_DATA_DIR: dataDir,
    KHOU_LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://localhost',
    PORT: '0',
    REDIS_URL: redisUrl,
    KHOU_JOB_LEASE_SECONDS: String(leaseSeconds),
  });
  const module = await AppModule.with({
    config,
    databaseUrl: database.url,
    clock,
    jobs: { works: false, ...(redisUrl === undefined ? { poll: 0 } : {}) },
  });
  const app: NestFastifyApplication = await aServer(module, { config, logger: false, webHandler: null });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.ready();
  const relay = app.get(Relay);

  const anonymous = callerOf(fastify, {}, '', '');

  /** A person with the given roles, signed in. Straight to the tables, because most specs are about something else. */
  async function signedIn(
    roles: readonly Role[],
    names: { givenLo?: string; familyLo?: string; givenEn?: string; familyEn?: string } = {},
  ): Promise<Caller> {
    const personId = newId();
    const queries = app.get(Queries);
    const { givenLo = 'ທົດສອບ', familyLo = 'ສົມມຸດ', givenEn = 'Test', familyEn = 'Person' } = names;
    const now = clock.now();
    await queries.transaction(async (tx) => {
      await tx.query(
        `insert into persons (id, given_name_lo, family_name_lo, given_name_en, family_name_en, sex, search_key, fictional, created_at, updated_at)
         values ($1, $2, $3, $4, $5, 'not_stated', $6, true, $7, $7)`,
        [
          personId,
          givenLo,
          familyLo,
          givenEn,
          familyEn,
          searchKey(`${givenLo} ${familyLo} ${givenEn} ${familyEn}`),
          now,
        ],
      );
      await app.get(AccountsService).invite(tx, [{ personId, userName: `u${personId.slice(-10)}`, roles }], null);
      await app.get(AccountsService).setSecret(tx, personId, 'correct horse battery');
    });
    const answer = await anonymous.post('/api/v1/session', {
      name: `u${personId.slice(-10)}`,
      secret: 'correct horse battery',
    });
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    return callerOf(fastify, { cookie }, personId, answer.body.accountId);
  }

  async function close(): Promise<void> {
    const left = await relay.waitingCount();
    await app.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
    if (left > 0) throw new Error(`${left} jobs were left behind`);
  }

  return {
    app,
    clock,
    config,
    databaseUrl: database.url,
    anonymous,
    signedIn,
    close,
    queries: app.get(Queries),
    drain: () => relay.drain(),
  };
}

export type App = Awaited<ReturnType<typeof anApp>>;

function callerOf(
  fastify: FastifyInstance,
  headers: Record<string, string>,
  personId: string,
  accountId: string,
): Caller {
  async function send(
    method: string,
    url: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body } = options;
    const answer = await fastify.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, ...options.headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      body: isJson && answer.body !== '' ? JSON.parse(answer.body) : null,
      text: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    };
  }
  return {
    personId,
    accountId,
    send,
    get: (url) => send('GET', url),
    post: (url, body) => send('POST', url, { body: body ?? {} }),
    patch: (url, body) => send('PATCH', url, { body: body ?? {} }),
    put: (url, body) => send('PUT', url, { body: body ?? {} }),
    delete: (url) => send('DELETE', url),
  };
}
