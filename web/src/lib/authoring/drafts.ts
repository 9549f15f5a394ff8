import type { components } from '#lib/api/schema.js';

/* The things that an author works with, by their plain names. */

export type Draft = components['schemas']['Draft'];
export type DraftDetail = components['schemas']['DraftDetail'];
export type DraftFile = components['schemas']['DraftFile'];
export type FileText = components['schemas']['DraftFileText'];
export type Fault = components['schemas']['CurriculumFault'];
export type Author = components['schemas']['Author'];
export type ModulePage = components['schemas']['ModulePage'];

/** What every page of the author's screens is told: where it stands, and who looks at it. */
export interface Desk {
  /** The area's address of curricula. */
  base: string;
  me: components['schemas']['Me'];
}

/** The addresses of one draft below the area's address of curricula. */
export function addresses(base: string, draft: string) {
  const home = `${base}/drafts/${draft}`;
  return {
    home,
    translations: `${home}/translations`,
    publish: `${home}/publish`,
    module: (folder: string, tab?: string) =>
      `${home}/modules/${encodeURIComponent(folder)}${tab && tab !== 'en' ? `?tab=${tab}` : ''}`,
    question: (folder: string, id: string) =>
      `${home}/modules/${encodeURIComponent(folder)}/questions/${encodeURIComponent(id)}`,
    importQuestions: (folder: string) => `${home}/modules/${encodeURIComponent(folder)}/questions/import`,
    /** A text file, opened where it is edited best. */
    file: (path: string, line?: number) => {
      const at = line === undefined ? '' : `line=${line}`;
      const [, folder, name] = /^modules\/([^/]+)\/(module\.md|module\.lo\.md)$/.exec(path) ?? [];
      if (!folder) return `${home}/file?path=${encodeURIComponent(path)}${at && `&${at}`}`;
      const query = [name === 'module.lo.md' ? 'tab=lo' : '', at].filter(Boolean).join('&');
      return `${home}/modules/${encodeURIComponent(folder)}${query && `?${query}`}`;
    },
    history: (path: string) => `${home}/history?path=${encodeURIComponent(path)}`,
  };
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path short enough for a line of text: the file and the folder it lies in. */
export function shortPath(path: string): string {
  return path.split('/').slice(-2).join('/');
}
