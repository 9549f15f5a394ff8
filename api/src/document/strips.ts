import type { Sheet } from '../typeset/sheet.js';
import type { Lang } from './flow.js';
import type { ToneLook } from './house.js';
import type { Setting } from './setting.js';
import type { TagPath } from './tags.js';

/** What a strip is given to draw with. */
export interface Easel {
  readonly sheet: Sheet;
  /** Draws what belongs to an element of the structure; `draw` must not tag again. */
  tagged(path: TagPath, draw: () => void): void;
  /** Draws what is only ornament. */
  ornament(draw: () => void): void;
  /** The page, from 1, on which an anchor stands. */
  pageOf(anchor: Anchor): number;
}

/** A place in the document that contents and bookmarks lead to. */
export interface Anchor {
  readonly id: string;
  readonly level: 1 | 2;
  readonly title: string;
  readonly above: string | null;
  readonly lang: Lang;
}

/** A ground that is drawn behind all strips that lie in it, page by page. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly look: ToneLook;
}

/** A horizontal piece of the document that is never cut. Places are in points; x from the left edge of the page. */
export interface Strip {
  readonly height: number;
  /** Room before it, which falls away at the top of a page. */
  readonly gap: number;
  /** Nothing may come between it and the next strip. */
  readonly keep: boolean;
  readonly frames: readonly Frame[];
  readonly draw: ((easel: Easel, y: number) => void) | null;
  /** Repeated above it when it begins a page: the head of a table. */
  readonly repeat?: readonly Strip[];
  readonly anchor?: Anchor;
  /** What the head of the page says from here on. */
  readonly running?: string;
  /** The table of contents is to stand here, once it is known what is in the document. */
  readonly contents?: { readonly depth: 1 | 2; readonly setting: Setting };
  /** It begins a page. */
  readonly breaks?: boolean;
}

export function strip(height: number, draw: Strip['draw'], more: Partial<Strip> = {}): Strip {
  return { height, gap: 0, keep: false, frames: [], ...more, draw };
}

export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { gap, height }, index) => sum + height + (index === 0 ? 0 : gap), 0);
}

/** The strips with nothing between them that a page could end at. */
export function together(strips: readonly Strip[]): Strip[] {
  return strips.map((each, index) => (index === strips.length - 1 ? each : { ...each, keep: true }));
}

/** The first strip with at least this room before it. */
export function after(gap: number, strips: readonly Strip[]): Strip[] {
  const [first, ...rest] = strips;
  return first === undefined ? [] : [{ ...first, gap: Math.max(gap, first.gap) }, ...rest];
}
