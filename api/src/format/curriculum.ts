import type { Root, RootContent } from 'mdast';
import type { z } from 'zod';
import type {
  blueprintShape,
  curriculumShape,
  moduleShape,
  rubricShape,
  surveyShape,
  testShape,
} from './format.shapes.js';
import type { partShape, questionShape } from './question.shapes.js';

export type Locale = 'en' | 'lo';
export type Audience = 'participant' | 'trainer';
export type TextState = 'draft' | 'complete' | 'reviewed' | 'approved';

/** A text in both languages; `lo` is null until somebody translates it. */
export interface Localised {
  readonly en: string;
  readonly lo: string | null;
}

type WrittenQuestion = z.output<typeof questionShape>;
/** As it is read from a folder. In a published version a hotspot also knows the picture that it stands on. */
export type Question =
  | Exclude<WrittenQuestion, { type: 'hotspot' }>
  | (Extract<WrittenQuestion, { type: 'hotspot' }> & { readonly picture?: PictureFacts });
/** A question of a case; its id is a word and not a question id. */
export type QuestionPart = z.output<typeof partShape>;
export type QuestionOption = Extract<Question, { type: 'single' }>['options'][number];
export type Form = 'A' | 'B';

/** How many graded questions a test takes from where: of a module, or of one objective of it in the form given. */
export interface DrawRule {
  readonly module: string;
  readonly objective?: string;
  readonly count: number;
}

/** A test whose blueprint, when it has one, has been laid out into what is drawn. */
export interface Test extends Omit<z.output<typeof testShape>, 'draw' | 'blueprint'> {
  readonly draw: readonly DrawRule[];
  readonly blueprint: string | null;
}

export type Blueprint = z.output<typeof blueprintShape>;
export type Rubric = z.output<typeof rubricShape>;
export type Survey = z.output<typeof surveyShape>;
export type Variant = z.output<typeof curriculumShape>['variants'][number];
export type AgendaItem = z.output<typeof curriculumShape>['agenda'][number];
export type CertificateRules = z.output<typeof curriculumShape>['rules'];

export type BlockKind = 'everyone' | 'trainer' | 'activity' | 'case' | 'key-message';

/** Whether a section or block is only for one variant of class, or left out in it; at most one of the two is set. */
export interface ForVariant {
  readonly only: string | null;
  readonly skip: string | null;
}

/** A block that the author named, with what is inside it. */
export interface Block extends ForVariant {
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

export interface Section extends ForVariant {
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
  readonly methods: readonly string[] | null;
  readonly materials: readonly string[] | null;
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
  /** Units whose Lao is older than its English (units.rules.ts), in reading order. */
  readonly stale: readonly string[];
  /** Path inside the module folder → picture. */
  readonly images: ReadonlyMap<string, Picture>;
}

/** What is known of a picture without looking at it. */
export interface PictureFacts {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
  /** SHA-256 of the bytes, in hexadecimal: the address of the picture. */
  readonly hash: string;
  /** In pixels; of a drawing, in the units of its viewBox. */
  readonly width: number;
  readonly height: number;
  /** Of the bytes. */
  readonly size: number;
}

export interface Picture extends PictureFacts {
  /** May be fetched each time that it is asked for: a curriculum has up to 64 MB of them. */
  readonly bytes: Buffer;
}

/** A whole curriculum, read and free of errors. */
export interface Curriculum extends Omit<
  z.output<typeof curriculumShape>,
  'modules' | 'tests' | 'blueprints' | 'rubrics' | 'surveys'
> {
  readonly modules: readonly Module[];
  readonly tests: readonly Test[];
  readonly blueprints: readonly Blueprint[];
  readonly rubrics: readonly Rubric[];
  readonly surveys: readonly Survey[];
}
