import { stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Queries } from '../db/queries.js';

const file = join(tmpdir(), 'khou-worker');
const every = 15_000;

/** A worker has no port to ask: while its database answers it touches a file. Returns the function that ends it. */
export function beat(program: INestApplicationContext): () => void {
  const once = () =>
    program
      .get(Queries)
      .read('select 1')
      .then(() => writeFile(file, new Date().toISOString()))
      .catch((fault: Error) => console.error(`The worker cannot reach its database: ${fault.message}`));
  void once();
  const timer = setInterval(() => void once(), every);
  return () => clearInterval(timer);
}

/** Whether a worker of this machine was well within the last minute. */
export async function isBeating(): Promise<boolean> {
  const touched = await stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  );
  return Date.now() - touched < 4 * every;
}
