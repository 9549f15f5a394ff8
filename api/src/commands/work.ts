import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { migrate } from '../db/database.js';
import { RequestLog } from '../http/request-log.js';
import { readConfig } from '../config.js';
import { type Command, CommandFault } from './command.js';
import { beat } from './heartbeat.js';

export const command: Command = {
  summary: 'works jobs from Redis, on this or another machine',
  help: `npm run khou -- work

Takes jobs from REDIS_URL and works them until Ctrl-C or SIGTERM. Needs DATABASE_URL and REDIS_URL, and the same
KHOU_DATA_DIR/files as the server (a shared volume). Start as many as you like.`,
  async run() {
    const config = readConfig();
    if (config.databaseUrl === null || config.redisUrl === null)
      throw new CommandFault(
        'A worker needs DATABASE_URL and REDIS_URL: without Redis, `serve` works the jobs itself.',
      );
    await migrate(config.databaseUrl);
    const module = await AppModule.with({ config, databaseUrl: config.databaseUrl, jobs: { works: true } });
    const program = await NestFactory.createApplicationContext(module, {
      logger: new RequestLog(config),
      abortOnError: false,
    });
    const stopBeating = beat(program);
    console.log('Working. Ctrl-C stops.');
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      process.once('disconnect', () => resolve());
      process.channel?.unref();
    });
    stopBeating();
    await program.close();
    return 0;
  },
};
