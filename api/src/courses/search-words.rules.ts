import { searchKey } from '../kernel/text.js';

/** What was typed, as patterns for `like all` on a search key: each word has to be found, in any order. */
export function likeWords(typed: string): string[] {
  const words = searchKey(typed).split(' ').filter(Boolean);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
