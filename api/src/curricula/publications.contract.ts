import { z } from 'zod';
import { Instant, Uuid } from '../http/contract.js';
import { Author } from './author.contract.js';

export const PublicationParam = z.object({ id: Uuid });

const Progress = z.object({
  batchId: Uuid,
  total: z.int(),
  done: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  finished: z.boolean(),
});
export const PublicationProgress = Progress.meta({ id: 'PublicationProgress' });

const head = {
  id: Uuid,
  curriculumCode: z.string(),
  version: z.string(),
  draftId: Uuid.nullable(),
  /** Null when the person is not on record any more. */
  requestedBy: Author.nullable(),
  requestedAt: Instant,
  why: z.string(),
  state: z.enum(['queued', 'published', 'refused', 'cancelled']),
  versionId: Uuid.nullable(),
  refusal: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  finishedAt: Instant.nullable(),
};

/** A publication that somebody asked for; `progress` counts making the version and each printed product. */
export const Publication = z.object({ ...head, progress: Progress }).meta({ id: 'Publication' });
export const PublicationList = z.object({ items: z.array(z.object(head)) }).meta({ id: 'PublicationList' });
