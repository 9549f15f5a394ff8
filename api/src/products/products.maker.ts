import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import { AfterPublishing, CurriculaService } from '../curricula/index.js';
import { Queries } from '../db/queries.js';
import type { Curriculum } from '../format/index.js';
import { JobHandlers } from '../jobs/job-kinds.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Clock } from '../kernel/clock.js';
import { Storage } from '../storage/storage.js';
import type { Occasion } from './agenda.rules.js';
import { orderKey, productModel, type ProductOrder, standingOrders } from './catalog.rules.js';
import { refuseProduct } from './products.failures.js';
import { productJob } from './products.jobs.js';
import { ProductsStore } from './products.store.js';

export interface ProductFile {
  readonly bytes: Buffer;
  readonly hash: string | null;
}

/** Makes the printed products of published versions and keeps them by what they hold. */
@Injectable()
export class ProductsMaker implements OnModuleInit {
  /** A curriculum takes a good part of a second to read; while its products are asked for one by one, it is kept. */
  private kept: { readonly versionId: string; readonly curriculum: Promise<Curriculum> } | null = null;
  private readonly making = new Map<string, Promise<ProductFile>>();

  constructor(
    private readonly queries: Queries,
    private readonly store: ProductsStore,
    private readonly storage: Storage,
    private readonly curricula: CurriculaService,
    private readonly afterPublishing: AfterPublishing,
    private readonly handlers: JobHandlers,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  /**
   * A version that somebody publishes and watches is printed at once, each product as a job of the same batch. One that is published unwatched, as
   * at the start of the program, is printed when it is first asked for.
   */
  onModuleInit(): void {
    this.handlers.handle(productJob, async ({ versionId, order }) => void (await this.file(versionId, order)));
    this.afterPublishing.register(async (tx, { versionId, batchId, by, curriculum }) => {
      if (batchId === null) return;
      const jobs = standingOrders(curriculum).map((order) => ({
        key: `${versionId}/${orderKey(order)}/${order.locale}`,
        payload: { versionId, order },
      }));
      await this.jobs.enqueue(tx, productJob, jobs, { batchId, createdBy: by });
    });
  }

  /** The stored file of an order without dates; made when it is not there, is lost, or was drawn by an older engine. */
  async file(versionId: string, order: ProductOrder): Promise<ProductFile> {
    const { engineVersion } = await printer();
    const known = await this.store.made(versionId, orderKey(order), order.locale);
    const bytes = known !== null && known.engine === engineVersion ? await this.storage.read(known.hash) : null;
    if (bytes !== null) return { bytes, hash: known!.hash };
    const name = `${versionId}/${orderKey(order)}/${order.locale}`;
    const running = this.making.get(name) ?? this.made(versionId, order).finally(() => this.making.delete(name));
    this.making.set(name, running);
    return running;
  }

  /** A document for the days of a class, drawn each time. */
  async forDays(versionId: string, order: ProductOrder, occasion: Occasion): Promise<ProductFile> {
    const { bytes } = await this.drawn(versionId, order, occasion);
    return { bytes, hash: null };
  }

  curriculum(versionId: string): Promise<Curriculum> {
    if (this.kept?.versionId !== versionId) {
      const curriculum = this.curricula.curriculum(versionId);
      this.kept = { versionId, curriculum };
      curriculum.catch(() => (this.kept = null));
    }
    return this.kept!.curriculum;
  }

  private async made(versionId: string, order: ProductOrder): Promise<ProductFile> {
    const { bytes, pages, engine } = await this.drawn(versionId, order, null);
    const hash = await this.storage.put(bytes);
    await this.queries.transaction((tx) =>
      this.store.keep(tx, {
        versionId,
        product: orderKey(order),
        locale: order.locale,
        engine,
        hash,
        bytes: bytes.length,
        pages,
        madeAt: this.clock.now(),
      }),
    );
    return { bytes, hash };
  }

  private async drawn(versionId: string, order: ProductOrder, occasion: Occasion | null) {
    const { renderDocument, engineVersion } = await printer();
    const [curriculum, { publishedAt }] = await Promise.all([
      this.curriculum(versionId),
      this.curricula.outline(versionId),
    ]);
    const model = productModel(curriculum, order, new Date(publishedAt), occasion);
    if (model === null) throw refuseProduct('product.test_missing');
    return { ...(await renderDocument(model, () => breath())), engine: engineVersion };
  }
}

/** PDFKit and the typefaces cost memory and time at import: a process that prints nothing does not pay for them. */
function printer() {
  return import('../document/render.js');
}
