import { declareJob } from '../jobs/job-kinds.js';
import type { ProductOrder } from './catalog.rules.js';

/** Makes one standing product of a version. The key is the product: whoever asks twice, it is made once. */
export const productJob = declareJob<{ versionId: string; order: ProductOrder }>('curriculum.product');
