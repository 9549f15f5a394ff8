import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { migrate } from '../db/database.js';
import { openApiDocument } from '../http/openapi.js';
import type { Command } from './command.js';
import { withDatabase } from './program.js';

export const command: Command = {
  summary: 'prints the OpenAPI document of this program',
  help: `npm run khou -- openapi [--out FILE]

Prints the OpenAPI 3.1 document that the routes and contracts give, or writes it to FILE.`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
    return withDatabase(async (databaseUrl, config) => {
      await migrate(databaseUrl);
      const app = await NestFactory.create(
        await AppModule.with({ config, databaseUrl, jobs: { works: false, poll: 0 } }),
        new FastifyAdapter(),
        {
          logger: ['error'],
          abortOnError: false,
        },
      );
      const text = `${JSON.stringify(await openApiDocument(app), null, 2)}\n`;
      await app.close();
      if (values.out) await writeFile(values.out, text);
      else console.log(text);
      return 0;
    });
  },
};
