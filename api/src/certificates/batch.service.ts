import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Queries } from '../db/queries.js';
import { type BatchProgress, JobsService } from '../jobs/jobs.service.js';
import { Progress } from '../jobs/progress.js';
import { refuseCertificate } from './certificates.failures.js';
import { CertificatesStore } from './certificates.store.js';

/** How far the printing of certificates issued together is. */
@Injectable()
export class BatchService {
  constructor(
    private readonly queries: Queries,
    private readonly store: CertificatesStore,
    private readonly jobs: JobsService,
    private readonly progress: Progress,
  ) {}

  async state(batchId: string): Promise<BatchProgress> {
    await this.refuseUnknown(batchId);
    return this.jobs.progress(batchId);
  }

  watch(batchId: string): Observable<{ data: BatchProgress }> {
    return this.progress.watch(batchId);
  }

  /** Leaves unprinted what has not begun. The certificates keep their numbers; `retry` prints them later. */
  async cancel(batchId: string): Promise<BatchProgress> {
    await this.refuseUnknown(batchId);
    await this.queries.transaction((tx) => this.jobs.cancelBatch(tx, batchId));
    return this.jobs.progress(batchId);
  }

  /** Puts what failed or was cancelled back in the queue. */
  async retry(batchId: string): Promise<BatchProgress> {
    await this.refuseUnknown(batchId);
    await this.queries.transaction((tx) => this.jobs.retryBatch(tx, batchId));
    return this.jobs.progress(batchId);
  }

  private async refuseUnknown(batchId: string): Promise<void> {
    if (!(await this.store.batchExists(batchId))) throw refuseCertificate('certificate.batch_missing');
  }
}
