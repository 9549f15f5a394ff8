import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../dist/app.module.js';
import { IssuingService } from '../dist/certificates/index.js';
import { readConfig } from '../dist/config.js';
import { FixedClock } from '../dist/kernel/clock.js';

// A process of its own that gives each person of a cohort a certificate, one after the other, and tells its parent of each
// one that was stored: `{ personId, number }`. Whoever has one already is passed over, so that it can be started again.
const { cohortId, personIds, now } = JSON.parse(process.argv[2]);
const config = readConfig();
const module = await AppModule.with({
  config,
  databaseUrl: config.databaseUrl,
  clock: new FixedClock(new Date(now)),
  jobs: { works: false, poll: 0 },
});
const program = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
const issuing = program.get(IssuingService);
for (const personId of personIds) {
  const { certificates } = await issuing
    .issue(null, cohortId, { kind: 'completion', personIds: [personId] })
    .catch((fault) => {
      if (fault.issues?.every(({ code }) => code === 'already_issued')) return { certificates: [] };
      throw fault;
    });
  for (const { number } of certificates) process.send({ personId, number });
}
await program.close();
process.disconnect();
