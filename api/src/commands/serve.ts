import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppModule } from '../app.module.js';
import { aDataSource, migrate } from '../db/database.js';
import { Queries } from '../db/queries.js';
import { isEmpty } from '../demo/load.js';
import { RequestLog } from '../http/request-log.js';
import { aServer } from '../http/server.js';
import { type Command, CommandFault } from './command.js';
import { prepare } from './prepare.js';
import { withDatabase } from './program.js';
import { howToSignIn, offerDemo } from './welcome.js';

const webHandler = fileURLToPath(new URL('../../../web/build/handler.js', import.meta.url));

export const command: Command = {
  summary: 'serves API and web on one port',
  help: `npm run khou -- serve

Starts the database when there is no DATABASE_URL, migrates, and serves until Ctrl-C or SIGTERM.
PORT, HOST, KHOU_DATA_DIR, DATABASE_URL, REDIS_URL and the other settings: docs/OPERATIONS.md.`,
  async run() {
    const ended = endSignal();
    return withDatabase(
      async (databaseUrl, config) => {
        const ran = await migrate(databaseUrl);
        if (ran.length > 0) console.log(`Database migrated: ${ran.length} steps`);
        await offerDemo(
          databaseUrl,
          config,
          () => isDatabaseEmpty(databaseUrl),
          (line) => console.log(line),
        );
        const log = new RequestLog(config);
        const module = await AppModule.with({ config, databaseUrl, jobs: { works: config.serveWorks } });
        const app = await aServer(module, {
          config,
          logger: log,
          requestLog: log,
          webHandler: existsSync(webHandler) ? webHandler : null,
        });
        try {
          await prepare(app, (line) => console.log(line));
          await app.listen({ port: config.port, host: config.host }).catch((fault: NodeJS.ErrnoException) => {
            if (fault.code === 'EADDRINUSE')
              throw new CommandFault(`Port ${config.port} is taken by another program: choose one with PORT=4322.`);
            if (fault.code === 'EACCES')
              throw new CommandFault(
                `Port ${config.port} is not open to this user: choose one above 1023 with PORT=4321.`,
              );
            throw fault;
          });
          console.log(`\nKhou is ready: ${config.publicUrl}\n`);
          console.log(await howToSignIn(app, config));
          await ended;
          console.log('Stopping.');
        } finally {
          await app.close();
        }
        return 0;
      },
      (line) => console.log(line),
    );
  },
};

async function isDatabaseEmpty(url: string): Promise<boolean> {
  const source = await (await aDataSource(url, [], 1)).initialize();
  return isEmpty(new Queries(source)).finally(() => source.destroy());
}

/** Settles at the first SIGINT or SIGTERM; a second one ends the program at once. */
function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
    // Whoever started us was killed without a word to us: stop, and give the port back.
    process.once('disconnect', () => resolve());
    process.channel?.unref();
  });
}
