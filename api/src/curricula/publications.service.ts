import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Observable } from 'rxjs';
import {
  type Curriculum,
  type Packable,
  packables,
  packInPortions,
  readArchiveInPortions,
  type Source,
} from '../format/index.js';
import { Queries } from '../db/queries.js';
import { declareJob, JobHandlers } from '../jobs/job-kinds.js';
import { type BatchProgress, JobsService } from '../jobs/jobs.service.js';
import { Progress } from '../jobs/progress.js';
import { Clock } from '../kernel/clock.js';
import { Refused } from '../kernel/failure.js';
import { newId } from '../kernel/ids.js';
import { Storage } from '../storage/storage.js';
import { refuseCurriculum } from './curricula.failures.js';
import type { PublicationRow } from './curricula.rows.js';
import { PublishingService } from './publishing.service.js';
import { type AskedPublication, VersionsStore } from './versions.store.js';

const publishJob = declareJob<{ publicationId: string }>('curriculum.publish');

export interface PublicationRequest {
  readonly by: string;
  readonly why: string;
  readonly draftId: string | null;
}

/**
 * Publishing that a person asks for in the browser and watches: one job makes the version, and those that it calls forth (the
 * printed products) join its batch. What can be refused is refused at once, before there is a job.
 */
@Injectable()
export class PublicationsService implements OnModuleInit {
  constructor(
    private readonly queries: Queries,
    private readonly store: VersionsStore,
    private readonly publishing: PublishingService,
    private readonly jobs: JobsService,
    private readonly progress: Progress,
    private readonly handlers: JobHandlers,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(publishJob, ({ publicationId }) => this.carryOut(publicationId));
  }

  /**
   * Returns the id of the publication, which is also the batch of its jobs. `checked`: what the source was read as already;
   * `files`: where its files come from, when it has not their bytes.
   */
  async queue(
    source: Source,
    { by, why, draftId }: PublicationRequest,
    { checked, files = packables(source) }: { readonly checked?: Curriculum; readonly files?: Packable[] } = {},
  ): Promise<string> {
    const { code, version } = await this.publishing.rehearse(source, checked);
    const archive = await this.storage.putAll(packInPortions(files));
    const id = newId<'publication'>();
    await this.queries.transaction(async (tx) => {
      await this.store.addPublication(tx, {
        id,
        curriculumCode: code,
        version,
        archive,
        draftId,
        requestedBy: by,
        requestedAt: this.clock.now(),
        why,
        state: 'queued',
        versionId: null,
        refusal: null,
        finishedAt: null,
      });
      const jobs = [{ key: id, payload: { publicationId: id } }];
      await this.jobs.enqueue(tx, publishJob, jobs, { batchId: id, createdBy: by });
    });
    return id;
  }

  private async carryOut(publicationId: string): Promise<Record<string, unknown>> {
    const publication = await this.store.publication(publicationId);
    if (publication === null || publication.state !== 'queued') return {};
    const { archive, askedBy: by, why, draftId } = publication;
    const file = await this.storage.open(archive);
    if (file === null) throw new Error(`The archive ${archive} of publication ${publicationId} is gone`);
    const { source } = await readArchiveInPortions(file);
    try {
      const { versionId } = await this.publishing.publishSource(source, { by, why, draftId, batchId: publicationId });
      await this.finish(publicationId, { state: 'published', versionId, refusal: null });
      return { versionId };
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      /* Trying again would be refused again: it is an outcome, and the author is told. */
      const refusal = { code: fault.code, params: fault.params };
      await this.finish(publicationId, { state: 'refused', versionId: null, refusal });
      return { refused: fault.code };
    }
  }

  private finish(id: string, outcome: Pick<PublicationRow, 'state' | 'versionId' | 'refusal'>): Promise<boolean> {
    return this.queries.transaction((tx) => this.store.finish(tx, id, { ...outcome, finishedAt: this.clock.now() }));
  }

  async state(id: string) {
    const [publication, progress] = await Promise.all([this.found(id), this.jobs.progress(id)]);
    return { ...publication, progress };
  }

  watch(id: string): Observable<{ data: BatchProgress }> {
    return this.progress.watch(id);
  }

  /** Before the version is made nothing is; afterwards the printed products that were not begun are left for later. */
  async cancel(id: string) {
    await this.found(id);
    await this.queries.transaction(async (tx) => {
      await this.jobs.cancelBatch(tx, id);
      const [running] = await tx.query(`select 1 from jobs where batch_id = $1 and name = $2 and state = 'running'`, [
        id,
        publishJob.name,
      ]);
      if (running === undefined)
        await this.store.finish(tx, id, {
          state: 'cancelled',
          versionId: null,
          refusal: null,
          finishedAt: this.clock.now(),
        });
    });
    return this.state(id);
  }

  async history(code: string): Promise<AskedPublication[]> {
    const [publications, isPublished] = await Promise.all([
      this.store.publicationsOf(code, 50),
      this.store.isCurriculum(code),
    ]);
    if (publications.length === 0 && !isPublished) throw refuseCurriculum('curriculum.missing', { code });
    return publications;
  }

  private async found(id: string): Promise<AskedPublication> {
    const publication = await this.store.publication(id);
    if (publication === null) throw refuseCurriculum('publication.missing');
    return publication;
  }
}
