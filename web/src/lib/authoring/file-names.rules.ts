import type { DraftDetail } from './drafts.js';
import { partOf } from './module-files.rules.ts';
import type { List } from './new-file.rules.ts';

/** The catalog's words for what files are. */
export interface FileWords {
  readonly outlineFile: string;
  readonly fileKinds: Readonly<Record<List, string>>;
  readonly fileParts: Readonly<Record<'english' | 'lao' | 'questions' | 'record' | 'picture', string>>;
}

/** What a file is called where its author reads of it; one of no known kind by its path. */
export function fileName(
  path: string,
  modules: readonly Pick<DraftDetail['modules'][number], 'folder' | 'code' | 'title'>[],
  words: FileWords,
  language: 'lo' | 'en',
): string {
  const part = partOf(path);
  if (part.kind === 'outline') return words.outlineFile;
  if (part.kind === 'listed') return `${words.fileKinds[part.list]}: ${part.code}`;
  if (part.kind === 'other') return path;
  const module = modules.find(({ folder }) => folder === part.folder);
  const title = (language === 'lo' && module?.title?.lo) || module?.title?.en || part.folder;
  const what = part.kind === 'picture' ? `${words.fileParts.picture} ${part.name}` : words.fileParts[part.kind];
  return `${[module?.code, title].filter(Boolean).join(' ')} · ${what}`;
}
