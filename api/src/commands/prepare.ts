import { fileURLToPath } from 'node:url';
import type { INestApplicationContext } from '@nestjs/common';
import { PublishingService } from '../curricula/index.js';

const curriculaFolder = fileURLToPath(new URL('../../../curricula/', import.meta.url));

/** What every installation holds before anybody signs in: reference places and the published curricula of this program. */
export async function prepare(program: INestApplicationContext, note: (line: string) => void): Promise<void> {
  for (const outcome of await program.get(PublishingService).publishAll(curriculaFolder, null)) {
    if ('refused' in outcome)
      note(
        `Curriculum ${outcome.folder} is not published: ${outcome.refused.message}. See: npm run khou -- curricula check curricula/${outcome.folder}`,
      );
    else if ('published' in outcome && outcome.published.outcome === 'published')
      note(`Curriculum published: ${outcome.published.code} ${outcome.published.version}`);
  }
}
