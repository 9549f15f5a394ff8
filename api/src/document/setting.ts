import type { TagPath } from './tags.js';

/** Where things are set: their place in points, the size of common text, and the element they belong to. */
export interface Setting {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly tags: TagPath;
  /** On a dark ground letters are pale. */
  readonly colour?: string | undefined;
  readonly align?: 'left' | 'right' | 'centre' | undefined;
  /** In a table things stand closer. */
  readonly tight?: boolean;
}
