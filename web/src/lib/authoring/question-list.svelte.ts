import { Asked } from '#lib/api/asked.svelte.js';
import { api, ask } from '#lib/api/client.js';
import type { components } from '#lib/api/schema.js';

export type Questions = components['schemas']['DraftQuestions'];
export type Written = Questions['questions'][number];

/** The questions of one file of a draft, with what the check says of them. */
export class QuestionList extends Asked<Questions> {
  readonly draft: string;
  readonly path: string;

  constructor(draft: string, path: string) {
    super(() => ask(api().GET('/api/v1/drafts/{id}/questions', { params: { path: { id: draft }, query: { path } } })));
    this.draft = draft;
    this.path = path;
  }
}

/** A text of a written question in a language, whatever its author left out. */
export function textIn(value: unknown, language: 'lo' | 'en'): string {
  const words = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const [first, second] = language === 'lo' ? [words.lo, words.en] : [words.en, words.lo];
  return [first, second].find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? '';
}
