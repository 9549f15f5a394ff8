import type { DraftFile } from './drafts.js';
import { listedOf, type Listed } from './new-file.rules.ts';

/** The files of one module, by what they are. */
export interface ModuleFiles {
  readonly folder: string;
  readonly english: string;
  readonly lao: string;
  readonly questions: string;
  readonly pictures: readonly (DraftFile & { name: string })[];
}

export function filesOfModule(folder: string, files: readonly DraftFile[]): ModuleFiles {
  const home = `modules/${folder}`;
  const images = `${home}/images/`;
  return {
    folder,
    english: `${home}/module.md`,
    lao: `${home}/module.lo.md`,
    questions: `${home}/questions.yaml`,
    pictures: files
      .filter(({ path, kind }) => kind === 'picture' && path.startsWith(images))
      .map((file) => ({ ...file, name: file.path.slice(images.length) })),
  };
}

/** The files that belong to no module, such as curriculum.yaml and the tests; the outline first. */
export function filesOfCurriculum(files: readonly DraftFile[]): DraftFile[] {
  const rank = ({ path }: DraftFile) => (path === 'curriculum.yaml' ? '' : path);
  return files.filter(({ path }) => !path.startsWith('modules/')).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What a file is to its author: a part of a module, the outline, something that the outline lists, or a file like any other. */
export type FilePart =
  | {
      readonly kind: 'english' | 'lao' | 'questions' | 'record' | 'picture';
      readonly folder: string;
      readonly name: string;
    }
  | { readonly kind: 'outline' }
  | ({ readonly kind: 'listed' } & Listed)
  | { readonly kind: 'other' };

const partNames: Readonly<Record<string, 'english' | 'lao' | 'questions' | 'record'>> = {
  'module.md': 'english',
  'module.lo.md': 'lao',
  'questions.yaml': 'questions',
  'translation.lo.yaml': 'record',
};

export function partOf(path: string): FilePart {
  if (path === 'curriculum.yaml') return { kind: 'outline' };
  const [, folder, rest] = /^modules\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (folder && rest) {
    const kind = rest.startsWith('images/') ? 'picture' : partNames[rest];
    if (kind) return { kind, folder, name: rest.slice(rest.lastIndexOf('/') + 1) };
  }
  const listed = listedOf(path);
  return listed ? { kind: 'listed', ...listed } : { kind: 'other' };
}
