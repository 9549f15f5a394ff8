import { join } from 'node:path';
import { claimDataDirectory } from './data-directory.js';
import { embeddedBinaries } from './embedded/binaries.js';
import { connectionUrl, openedCluster } from './embedded/cluster.js';
import { toFault } from './embedded/fault.js';
import { moveIn, whileLocked } from './embedded/presence.js';
import { launchedServer, runningServer, serverSettings, shutDown } from './embedded/server.js';

export { EmbeddedPostgresFault, type EmbeddedPostgresFaultCode } from './embedded/fault.js';

export interface EmbeddedPostgres {
  /** For `pg` and TypeORM; names a Unix socket unless the system or the length of the path forbids one. */
  readonly url: string;
  /** Whether the server was already running: another command uses it, or its last user was killed. */
  readonly reused: boolean;
  /** Ends the use of the server; the last user ends the server itself. Call it after all connections are closed. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL in `dataDir`, from the npm package of this platform: created at the first start, recovered after
 * a crash, shared between the commands that run at the same time. Throws EmbeddedPostgresFault.
 * `durable: false` is for tests only: a crash of the machine may lose everything.
 */
export async function startEmbeddedPostgres({
  dataDir,
  durable = true,
  onNote = () => undefined,
}: {
  dataDir: string;
  durable?: boolean;
  onNote?: (note: string) => void;
}): Promise<EmbeddedPostgres> {
  const directory = await claimDataDirectory(dataDir);
  const turn = <T>(action: () => Promise<T>) => whileLocked(join(directory, 'postgres.lock'), action);
  try {
    const binaries = await embeddedBinaries(directory);
    return await turn(async () => {
      const cluster = await openedCluster(directory, binaries, { durable, onNote });
      const moveOut = await moveIn(join(directory, 'postgres-users'));
      try {
        const running = await runningServer(cluster, onNote);
        const server = running ?? (await launchedServer(cluster, binaries, serverSettings(durable)));
        const stop = () =>
          turn(async () => {
            if (await moveOut()) await shutDown(cluster, binaries);
          });
        return { url: await connectionUrl(cluster, server), reused: running !== null, stop: once(stop) };
      } catch (error) {
        await moveOut();
        throw error;
      }
    });
  } catch (error) {
    throw toFault(error, directory);
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}
