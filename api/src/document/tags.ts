import type { Lang } from './flow.js';

/** An element of the structure tree that readers' programs follow: one object an element, met again by identity. */
export interface Tag {
  readonly type: string;
  readonly lang?: Lang;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
}

/** From the outside in. */
export type TagPath = readonly Tag[];
