/*
 * A document before it is set: what stands in it, in order, and what each thing is; nothing of places and sizes. Features
 * build it by pure rules, and the rest of this folder makes pages of it.
 */

export type Lang = 'lo' | 'en';

/** A stretch of text of one kind. */
export interface Span {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly code?: boolean;
  /** Smaller and paler than what stands around it: references, notes. */
  readonly quiet?: boolean;
  /** Waits for confirmation: set on a tint. */
  readonly marked?: boolean;
  /** An address outside the document. */
  readonly url?: string;
  /** A forced end of the line after this span. */
  readonly ends?: boolean;
}

export type Inline = readonly Span[];

/** What a document is made of. */
export type Flow =
  | Heading
  | Paragraph
  | List
  | TableFlow
  | BoxFlow
  | PictureFlow
  | { readonly kind: 'code'; readonly text: string; readonly size?: number }
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'fields'; readonly labels: readonly string[]; readonly lang: Lang }
  | { readonly kind: 'rule' }
  | { readonly kind: 'page' }
  | { readonly kind: 'contents'; readonly depth: 1 | 2 }
  /** Stays on one page when it can. */
  | { readonly kind: 'together'; readonly flow: readonly Flow[] };

export interface Heading {
  readonly kind: 'heading';
  /** 1 opens a page of its own in a book; 4 is the least. */
  readonly level: 1 | 2 | 3 | 4;
  readonly text: Inline;
  readonly lang: Lang;
  /** Above the words: the code of a module. */
  readonly above?: string;
  /** Beside the words, at the right: minutes. */
  readonly aside?: string;
  /** How it is called in the table of contents and the bookmarks, when it stands there. */
  readonly listed?: string;
  /** What the head of the page says from here on. */
  readonly running?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
  readonly lang: Lang;
  readonly look?: 'lead' | 'small' | 'quiet' | 'strong' | 'note';
}

export type Marker = 'disc' | 'number' | 'letter' | 'box' | 'ticked' | 'ring' | 'right' | 'wrong' | 'none';

export interface List {
  readonly kind: 'list';
  readonly lang: Lang;
  /** With which number or letter it begins. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly marker: Marker;
  readonly flow: readonly Flow[];
}

export type Cell = readonly Flow[];

export interface TableFlow {
  readonly kind: 'table';
  readonly lang: Lang;
  readonly columns: readonly {
    readonly align?: 'left' | 'right' | 'centre';
    /** Points; left out: as its words need. */
    readonly width?: number;
  }[];
  readonly head: readonly Cell[];
  readonly rows: readonly TableRow[];
  /** Without lines and shades: things set beside each other. */
  readonly plain?: boolean;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Set back, for pauses, or forward, for sums. */
  readonly look?: 'pause' | 'sum';
}

export type Tone = 'activity' | 'case' | 'key' | 'trainer' | 'note' | 'question' | 'goal';

export interface BoxFlow {
  readonly kind: 'box';
  readonly tone: Tone;
  readonly lang: Lang;
  /** What it is, in a word: ACTIVITY, FOR THE TRAINER. */
  readonly label: string;
  readonly title: Inline | null;
  readonly aside: string | null;
  readonly flow: readonly Flow[];
}

export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

export interface PictureFlow {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly alt: string;
  readonly lang: Lang;
  /** Places drawn over an SVG, in the units of its viewBox. */
  readonly places?: readonly {
    readonly at: readonly [x: number, y: number, width: number, height: number];
    readonly label: string;
    readonly right: boolean;
  }[];
}

export interface Cover {
  /** What kind of book it is. */
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly lines: readonly string[];
  /** A warning that belongs to the whole: a draft translation, trainers only. */
  readonly notices: readonly { readonly text: string; readonly lang: Lang; readonly tone: 'trainer' | 'draft' }[];
  /** What the signs beside texts mean. */
  readonly signs?: readonly { readonly text: string; readonly lang: Lang }[];
  readonly owner: readonly string[];
  readonly lang: Lang;
}

export interface DocumentModel {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly lang: Lang;
  /** Written into the file as the date of making. */
  readonly at: Date;
  readonly layout: 'portrait' | 'landscape';
  /** Points of the common text. */
  readonly size: number;
  readonly cover: Cover | null;
  readonly head: string;
  readonly foot: {
    readonly left: string;
    readonly mark: string | null;
    readonly page: (number: number, of: number) => string;
  };
  readonly flow: readonly Flow[];
}
