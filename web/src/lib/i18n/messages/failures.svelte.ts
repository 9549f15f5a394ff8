import { browser } from '$app/env';
import type { Failure } from '#lib/api/failure.js';
import { laoFirst } from '../english.svelte.js';
import type { LanguageCode } from '../language.svelte.js';
import type { Sentence } from './failures.core.en.js';
import { lo } from './failures.core.lo.js';

type Sentences = Readonly<Partial<Record<string, Sentence>>>;

const core: Readonly<Record<LanguageCode, Sentences>> = laoFirst('failures', lo);
// The sentences of the office weigh more than a learner's whole page: they are fetched when the first is needed.
let office = $state.raw<Readonly<Record<LanguageCode, Sentences>> | null>(null);

/** The sentence for a failure. A newer server may send a code this page does not know yet. */
export function failureSentence(failure: Pick<Failure, 'code' | 'params'>, language: LanguageCode): string {
  const sentence = core[language][failure.code] ?? office?.[language][failure.code];
  if (!sentence && !office && browser) void fetchOffice();
  return (sentence ?? core[language]['http.unexpected'])!(failure.params);
}

async function fetchOffice(): Promise<void> {
  const [english, lao] = await Promise.all([import('./failures.en.js'), import('./failures.lo.js')]);
  office = { en: english.en, lo: lao.lo };
}
