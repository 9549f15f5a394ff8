import type { Parent, PhrasingContent, RootContent } from 'mdast';

/** `:::name{…}`: a block, with what stands in it. */
export interface ContainerDirective extends Parent {
  type: 'containerDirective';
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Whether `[text]` follows the name, which no block has. */
  labelled: boolean;
  /** The line of the closing fence, from 1; null when the block is never closed. */
  closedAt: number | null;
  children: RootContent[];
}

/** `::name{…}`: the place of a question. */
export interface LeafDirective extends Parent {
  type: 'leafDirective';
  name: string;
  attributes: Readonly<Record<string, string>>;
  labelled: boolean;
  children: PhrasingContent[];
}

/** `:tbc[…]`: a statement that waits to be confirmed. */
export interface TextDirective extends Parent {
  type: 'textDirective';
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    containerDirective: ContainerDirective;
    leafDirective: LeafDirective;
    textDirective: TextDirective;
  }
  interface PhrasingContentMap {
    textDirective: TextDirective;
  }
}
