import { a4 } from '../typeset/sheet.js';

export interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where things stand on a page of each layout, in points. */
export const layouts = {
  portrait: { width: a4.short, height: a4.long, side: 58, top: 74, bottom: 64 },
  landscape: { width: a4.long, height: a4.short, side: 64, top: 78, bottom: 58 },
} as const satisfies Record<string, PageLayout>;
