import { Injectable } from '@nestjs/common';
import type { Tx } from '../db/queries.js';
import type { Curriculum } from '../format/index.js';

export interface NewVersion {
  readonly versionId: string;
  readonly code: string;
  readonly version: string;
  readonly curriculum: Curriculum;
  readonly by: string | null;
  readonly draftId: string | null;
  /** The batch that a person watches; null when nobody does, as at the start of the program. */
  readonly batchId: string | null;
}

type Follower = (tx: Tx, published: NewVersion) => Promise<void>;

/**
 * What other features do when a version is made, in the same transaction: they change their own rows, or enqueue jobs in the
 * batch that the author watches. Long work belongs into jobs.
 */
@Injectable()
export class AfterPublishing {
  private readonly followers: Follower[] = [];

  register(follower: Follower): void {
    this.followers.push(follower);
  }

  async run(tx: Tx, published: NewVersion): Promise<void> {
    for (const follower of this.followers) await follower(tx, published);
  }
}
