import type { Failure } from '#lib/api/failure.js';
import type { LanguageCode } from '../language.svelte.js';
import { en } from './failures.en.js';
import { lo } from './failures.lo.js';

const sentences = { en, lo };

/** The sentence for a failure. A newer server may send a code this page does not know yet. */
export function failureSentence(failure: Pick<Failure, 'code' | 'params'>, language: LanguageCode): string {
  const sentence = sentences[language][failure.code] ?? sentences[language]['http.unexpected'];
  return sentence(failure.params);
}
