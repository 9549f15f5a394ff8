import type { Root, RootContent } from 'mdast';
import type { z } from 'zod';
import type { curriculumShape, moduleShape, questionShape, testShape } from './format.shapes.js';

export type Locale = 'en' | 'lo';
export type Audience = 'participant' | 'trainer';
export type TextState = 'draft' | 'complete' | 'reviewed' | 'approved';

/** A text in both languages; `lo` is null until somebody translates it. */
export interface Localised {
  readonly en: string;
  readonly lo: string | null;
}

export type Question = z.output<typeof questionShape>;
export type QuestionOption = Extract<Question, { type: 'single' }>['options'][number];
export type Test = z.output<typeof testShape>;
export type AgendaItem = z.output<typeof curriculumShape>['agenda'][number];
export type CertificateRules = z.output<typeof curriculumShape>['rules'];

export type BlockKind = 'everyone' | 'trainer' | 'activity' | 'case' | 'key-message';

/** A block that the author named, with what is inside it. */
export interface Block {
  readonly kind: BlockKind;
  readonly id: string;
  readonly title: string | null;
  readonly minutes: number | null;
  readonly nodes: readonly RootContent[];
  readonly line: number;
}

/** A run of text between blocks. It has no id of its own: it is found by the block before it. */
export interface TextRun {
  readonly kind: 'text';
  readonly id: null;
  readonly nodes: readonly RootContent[];
  readonly line: number;
}

/** The place where a practice question stands; `id` is the question's. */
export interface QuestionPlace {
  readonly kind: 'question';
  readonly id: string;
  readonly line: number;
}

export type Part = Block | TextRun | QuestionPlace;

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Null only in a Lao file, where minutes may be left out. */
  readonly minutes: number | null;
  readonly parts: readonly Part[];
  readonly line: number;
}

/** The body of one module file. */
export interface Prose {
  readonly file: string;
  readonly root: Root;
  readonly sections: readonly Section[];
}

export interface LaoModule {
  readonly state: TextState;
  readonly title: string | null;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  readonly prose: Prose;
  /** The Markdown below the front matter, as typed. */
  readonly body: string;
}

export type ModuleFront = z.output<typeof moduleShape>;

export interface Module extends ModuleFront {
  readonly folder: string;
  readonly prose: Prose;
  readonly body: string;
  readonly lao: LaoModule | null;
  readonly questions: readonly Question[];
  /** Path inside the module folder → picture. */
  readonly images: ReadonlyMap<string, Picture>;
}

export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly base64: string;
}

/** A whole curriculum, read and free of errors. */
export interface Curriculum extends Omit<z.output<typeof curriculumShape>, 'modules' | 'tests'> {
  readonly modules: readonly Module[];
  readonly tests: readonly Test[];
}
