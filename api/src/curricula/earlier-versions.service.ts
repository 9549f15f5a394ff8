import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Queries } from '../db/queries.js';
import { checkInPortions } from '../format/index.js';
import { declareJob, JobHandlers } from '../jobs/job-kinds.js';
import { JobsService } from '../jobs/jobs.service.js';
import { CurriculaService } from './curricula.service.js';
import { freshness } from './freshness.rules.js';
import { VersionsStore } from './versions.store.js';

const countJob = declareJob<{ versionId: string }>('curriculum.freshness');

/** Versions from before the program counted how fresh a translation is: they are counted once, from what they were made of. */
@Injectable()
export class EarlierVersionsService implements OnModuleInit {
  constructor(
    private readonly queries: Queries,
    private readonly store: VersionsStore,
    private readonly curricula: CurriculaService,
    private readonly jobs: JobsService,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(countJob, ({ versionId }) => this.count(versionId));
  }

  /** Asks for each version that has no figures; a version is asked for once, however often the program starts. */
  async catchUp(): Promise<void> {
    const jobs = (await this.store.uncounted()).map((versionId) => ({ key: versionId, payload: { versionId } }));
    if (jobs.length > 0) await this.queries.transaction((tx) => this.jobs.enqueue(tx, countJob, jobs));
  }

  private async count(versionId: string): Promise<Record<string, unknown>> {
    const source = await this.curricula.source(versionId);
    const { curriculum } = await checkInPortions(source);
    /* The format may have become stricter since: then its figures stay unknown. */
    if (curriculum === null) return { counted: false };
    const figures = freshness(curriculum, source);
    await this.queries.transaction((tx) => this.store.keepFreshness(tx, versionId, figures));
    return { counted: true };
  }
}
