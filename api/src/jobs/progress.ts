import { Injectable } from '@nestjs/common';
import { Observable, distinctUntilChanged, map } from 'rxjs';
import { Listener } from './listener.js';
import { type BatchProgress, JobsService, progressChannel } from './jobs.service.js';

/** Follows a batch to its end, for server-sent events: a value at once, one at each change, complete when finished. */
@Injectable()
export class Progress {
  constructor(
    private readonly jobs: JobsService,
    private readonly listener: Listener,
  ) {}

  watch(batchId: string): Observable<{ data: BatchProgress }> {
    return new Observable<BatchProgress>((subscriber) => {
      let asking = false;
      const ask = async () => {
        if (asking) return;
        asking = true;
        try {
          const progress = await this.jobs.progress(batchId);
          subscriber.next(progress);
          if (progress.finished) subscriber.complete();
        } catch (fault) {
          subscriber.error(fault);
        } finally {
          asking = false;
        }
      };
      const silence = this.listener.on(progressChannel, (payload) => payload === batchId && void ask());
      const poll = setInterval(() => void ask(), 1_000);
      void ask();
      return () => {
        silence();
        clearInterval(poll);
      };
    }).pipe(
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      map((data) => ({ data })),
    );
  }
}
