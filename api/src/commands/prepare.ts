import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { INestApplicationContext } from '@nestjs/common';
import { EarlierVersionsService, PublishingService } from '../curricula/index.js';

const curriculaFolder = fileURLToPath(new URL('../../../curricula/', import.meta.url));

/** What every installation holds before anybody signs in: reference places and the published curricula of this program. */
export async function prepare(program: INestApplicationContext, note: (line: string) => void): Promise<void> {
  const outcomes = await program.get(PublishingService).publishAll(curriculaFolder, null);
  for (const outcome of outcomes) {
    if ('refused' in outcome)
      note(
        `Curriculum ${outcome.folder} is not published: ${outcome.refused.message}. See: npm run khou -- curricula check curricula/${outcome.folder}`,
      );
    else if ('published' in outcome && outcome.published.outcome === 'published')
      note(`Curriculum published: ${outcome.published.code} ${outcome.published.version}`);
  }
  await program.get(EarlierVersionsService).catchUp();
  if (outcomes.some((outcome) => 'published' in outcome)) clearAway();
}

/** Publishing leaves some 80 MB of garbage, which a program that serves a class would carry until it needs the room. */
function clearAway(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
