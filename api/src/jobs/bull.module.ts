import { type DynamicModule, Injectable, Logger, Module } from '@nestjs/common';
import { BullModule, InjectQueue, Process, Processor } from '@nestjs/bull';
import type { Job, Queue } from 'bull';
import { JobRunner } from './job-runner.js';
import { Carrier } from './relay.js';

const queueName = 'khou';

interface Errand {
  readonly id: string;
  readonly token: string;
}

/** Carries job ids over Bull. The row in Postgres stays the truth: the payload is its id, and Bull forgets it when done. */
@Injectable()
export class BullCarrier extends Carrier {
  private readonly log = new Logger('Bull');

  constructor(@InjectQueue(queueName) private readonly queue: Queue<Errand>) {
    super();
    queue.on('error', (fault) => this.log.warn(`Redis: ${fault.message}`));
  }

  override async carry(ids: readonly string[], token: string): Promise<boolean> {
    if (this.queue.client.status !== 'ready') return false;
    const added = this.queue.addBulk(
      ids.map((id) => ({
        data: { id, token },
        opts: { jobId: `${id}:${token}`, removeOnComplete: true, removeOnFail: true },
      })),
    );
    // While Redis is down an add never settles: past this time the ids are run here, and a late carrier finds them taken.
    return Promise.race([
      added.then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, 1_500, false).unref()),
    ]);
  }
}

@Processor(queueName)
export class BullWorker {
  constructor(private readonly runner: JobRunner) {}

  @Process({ name: '__default__', concurrency: 2 })
  async run(job: Job<Errand>): Promise<void> {
    await this.runner.run(job.data.id, job.data.token);
  }
}

/** Loaded only when there is a REDIS_URL. `works`: whether this process also takes jobs from the queue. */
@Module({})
export class BullCarrierModule {
  static on(redisUrl: string, works: boolean): DynamicModule {
    return {
      module: BullCarrierModule,
      imports: [BullModule.forRoot({ url: redisUrl, prefix: 'khou' }), BullModule.registerQueue({ name: queueName })],
      providers: [BullCarrier, ...(works ? [BullWorker] : [])],
      exports: [BullCarrier],
    };
  }
}
