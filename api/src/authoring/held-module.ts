import type { Tx } from '../db/queries.js';
import { canonicalText, recordPath, recordText, type Source, type TranslationRecord } from '../format/index.js';
import type { Change, DraftFilesStore } from './draft-files.store.js';

/** The texts of a module as they stand while its draft is held. */
export async function heldModule(store: DraftFilesStore, tx: Tx, id: string, folder: string): Promise<Source> {
  const paths = ['module.md', 'module.lo.md', 'questions.yaml', 'translation.lo.yaml'].map(
    (name) => `modules/${folder}/${name}`,
  );
  const files = await store.heldTexts(tx, id, paths);
  const texts = [...files].flatMap(([path, { text }]) => (text === null ? [] : [[path, canonicalText(text)] as const]));
  return { texts: new Map(texts), pictures: new Map() };
}

/** The record of translations as a change of its file; none where it says the same. */
export function recordChange(
  source: Source,
  folder: string,
  record: TranslationRecord,
  why: string | null = null,
): Change[] {
  const path = recordPath(folder);
  const text = recordText(record);
  return source.texts.get(path) === text ? [] : [{ path, content: { text }, why }];
}
