import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { Redis } from 'ioredis';

/** A real Redis of this spec alone, on a free port of the loopback, that keeps nothing. */
export async function aRedis() {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await start(port);
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 20 });

  return {
    url,
    /** Forgets everything, as a crash without persistence would. */
    flush: () => client.flushall(),
    async kill() {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
    async restart() {
      server = await start(port);
    },
    async stop() {
      client.disconnect();
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGKILL');
        await once(server, 'exit');
      }
    },
  };
}

async function start(port: number) {
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  server.once('error', () => {
    throw new Error(
      'This spec needs redis-server on the PATH: npm test installs it on Debian, elsewhere see CONTRIBUTING.md',
    );
  });
  for await (const line of server.stdout) if (String(line).includes('Ready to accept connections')) break;
  server.stdout.resume();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
