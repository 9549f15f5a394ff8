import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { aDatabase } from '../../test/database.js';
import { aRedis } from '../../test/redis.js';
import { DatabaseModule } from '../db/database.module.js';
import { Queries } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { JobHandlers, declareJob } from './job-kinds.js';
import { JobRunner } from './job-runner.js';
import { JobsModule } from './jobs.module.js';
import { JobsService } from './jobs.service.js';
import { Listener } from './listener.js';
import { Relay } from './relay.js';

const count = declareJob<{ n: number }>('spec.count');
const stumble = declareJob<{ failures: number }>('spec.stumble');
const lease = { leaseSeconds: 1, mostAttempts: 3, backoffSeconds: 0.01 };

/** A program with nothing but jobs. `ran` counts each run of a payload. */
async function jobs(databaseUrl: string, redisUrl: string | null, poll: number) {
  const ran = new Map<number, number>();

  @Module({})
  class Surroundings {}
  const program = await NestFactory.createApplicationContext(
    {
      module: Surroundings,
      global: true,
      imports: [DatabaseModule.on(databaseUrl, []), await JobsModule.on({ redisUrl, works: true, lease, poll })],
      providers: [
        Clock,
        {
          provide: 'work',
          inject: [JobHandlers],
          useFactory: (handlers: JobHandlers) => {
            handlers.handle(count, async ({ n }) => void ran.set(n, (ran.get(n) ?? 0) + 1));
            handlers.handle(stumble, async ({ failures }, run) => {
              if (run.attempt <= failures) throw new Error(`stumbled ${run.attempt}`);
            });
          },
        },
      ],
      exports: [Clock],
    },
    { logger: false, abortOnError: false },
  );
  const queries = program.get(Queries);
  const service = program.get(JobsService);
  return {
    ran,
    program,
    queries,
    service,
    relay: program.get(Relay),
    enqueue: (total: number, batchId?: string) =>
      queries.transaction((tx) =>
        service.enqueue(
          tx,
          count,
          Array.from({ length: total }, (_, n) => ({ key: `${batchId}:${n}`, payload: { n } })),
          batchId ? { batchId } : {},
        ),
      ),
    async allDone(batchId: string) {
      for (;;) {
        const progress = await service.progress(batchId);
        if (progress.finished) return progress;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => void (database = await aDatabase()));
afterAll(() => database.drop());

let open: Awaited<ReturnType<typeof jobs>> | null = null;
afterEach(async () => {
  await open?.program.close();
  open = null;
});

describe('a job without Redis', () => {
  it('is done once, in this process', async () => {
    open = await jobs(database.url, null, 0);
    const batch = newId();
    await open.enqueue(100, batch);
    await open.relay.drain();
    expect(await open.service.progress(batch)).toMatchObject({ total: 100, done: 100, finished: true });
    expect([...open.ran.values()].every((times) => times === 1)).toBe(true);
  });

  it('is written only if the transaction around it commits', async () => {
    open = await jobs(database.url, null, 0);
    const { queries, service } = open;
    await expect(
      queries.transaction(async (tx) => {
        await service.enqueue(tx, count, [{ key: 'rolled back', payload: { n: 1 } }]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await open.relay.waitingCount()).toBe(0);
  });

  it('with the same key is one job', async () => {
    const sameBatch = newId();
    open = await jobs(database.url, null, 0);
    await open.enqueue(1, sameBatch);
    await open.enqueue(1, sameBatch);
    await open.relay.drain();
    expect(open.ran.get(0)).toBe(1);
  });

  it('is tried again after a failure, and given up with its reason when it fails too often', async () => {
    open = await jobs(database.url, null, 5);
    const { queries, service } = open;
    const batch = newId();
    await queries.transaction((tx) =>
      service.enqueue(
        tx,
        stumble,
        [
          { key: `${batch} 2`, payload: { failures: 2 } },
          { key: `${batch} 9`, payload: { failures: 9 } },
        ],
        { batchId: batch },
      ),
    );
    expect(await open.allDone(batch)).toMatchObject({ done: 1, failed: 1 });
    const [failed] = await queries.read<{ last_error: string }>(
      `select last_error from jobs where batch_id = $1 and state = 'failed'`,
      [batch],
    );
    expect(failed!.last_error).toBe('stumbled 3');
  });

  it('that has not begun can be cancelled', async () => {
    open = await jobs(database.url, null, 0);
    const batch = newId();
    await open.enqueue(5, batch);
    expect(await open.queries.transaction((tx) => open!.service.cancelBatch(tx, batch))).toBe(5);
    await open.relay.drain();
    expect(open.ran.size).toBe(0);
    expect(await open.service.progress(batch)).toMatchObject({ total: 0, cancelled: 5, finished: true });
  });
});

it('jobs are given out some hundreds ahead of what is done: more would lose their leases in the queue', async () => {
  open = await jobs(database.url, null, 0);
  const { program, queries } = open;
  const batch = newId();
  await open.enqueue(1_200, batch);
  const carried: string[] = [];
  const carrier = { carry: async (ids: readonly string[]) => carried.push(...ids) > 0 };
  const relay = new Relay(queries, program.get(JobRunner), program.get(JobHandlers), program.get(Listener), carrier);
  await relay.drain();
  expect(carried).toHaveLength(500);
  await queries.read(`update jobs set state = 'done' where id = any ($1)`, [carried.slice(0, 300)]);
  await relay.drain();
  expect(new Set(carried).size).toBe(800);
  await queries.read(`delete from jobs where batch_id = $1`, [batch]);
});

describe('jobs over Bull and a real Redis', () => {
  let redis: Awaited<ReturnType<typeof aRedis>>;
  beforeAll(async () => void (redis = await aRedis()));
  afterAll(() => redis.stop());

  it('are all done, each once', async () => {
    open = await jobs(database.url, redis.url, 20);
    const batch = newId();
    await open.enqueue(300, batch);
    expect(await open.allDone(batch)).toMatchObject({ done: 300, failed: 0 });
    expect(open.ran.size).toBe(300);
    expect(Math.max(...open.ran.values())).toBe(1);
  });

  it('are all done although Redis forgets everything in the middle', async () => {
    open = await jobs(database.url, redis.url, 20);
    const batch = newId();
    await open.enqueue(400, batch);
    await redis.flush();
    expect(await open.allDone(batch)).toMatchObject({ done: 400, failed: 0 });
    expect(open.ran.size).toBe(400);
  });

  it('are all done although Redis dies, and by Redis again when it is back', async () => {
    open = await jobs(database.url, redis.url, 20);
    const batch = newId();
    await open.enqueue(200, batch);
    await redis.kill();
    expect(await open.allDone(batch)).toMatchObject({ done: 200, failed: 0 });
    await redis.restart();
    const after = newId();
    await open.enqueue(50, after);
    expect(await open.allDone(after)).toMatchObject({ done: 50 });
  });
});

it('a job that nobody handles stops the program at its start', () => {
  const handlers = new JobHandlers();
  expect(() => handlers.refuseGaps()).toThrow(/spec.count.*spec.stumble/);
});
