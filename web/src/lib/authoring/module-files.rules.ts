import type { DraftFile } from './drafts.js';

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
