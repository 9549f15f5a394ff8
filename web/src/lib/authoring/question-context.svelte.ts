import { api, ask } from '#lib/api/client.js';
import type { components } from '#lib/api/schema.js';
import type { Fault } from './drafts.js';
import type { QuestionList } from './question-list.svelte.js';
import { placeOf } from './yaml-place.rules.js';

type Shown = components['schemas']['PracticeQuestion'];

/** What stands around a question while it is edited: the objectives of its module, and what the check says of its fields. */
export class QuestionContext {
  code = $state<string | null>(null);
  objectives = $state.raw<readonly { id: string; text: string }[]>([]);
  /** The question as the server shows it: with the data that it makes up. */
  saved = $state.raw<Shown | null>(null);
  #text = $state.raw('');
  readonly #draft: string;
  readonly #folder: string;
  readonly #list: QuestionList;

  constructor(draft: string, folder: string, list: QuestionList) {
    [this.#draft, this.#folder, this.#list] = [draft, folder, list];
  }

  /** From the head of the module, which can be read while a question beside this one is half written. */
  async load(locale: 'lo' | 'en'): Promise<void> {
    const params = { path: { id: this.#draft, folder: this.#folder } };
    const { data } = await ask(api().GET('/api/v1/drafts/{id}/modules/{folder}/facts', { params }));
    if (!data) return;
    this.code = data.code;
    this.objectives = data.facts.objectives.map(({ id, text }) => ({
      id,
      text: (locale === 'lo' && text.lo) || text.en,
    }));
  }

  /** Looks at the file as it is now, so that each remark finds its field; and at the question as a page shows it. */
  async look(id: string | null): Promise<void> {
    const params = { path: { id: this.#draft }, query: { path: this.#list.path } };
    const { data } = await ask(api().GET('/api/v1/drafts/{id}/file', { params }));
    this.#text = data?.text ?? '';
    const question = this.#list.data?.questions.find((one) => one.id === id);
    this.saved = question?.type === 'mrz' ? await this.#shown(String(question.id)) : null;
  }

  faultsOf(id: string | null): Fault[] {
    if (id === null || this.#text === '') return [];
    return (this.#list.data?.faults ?? []).filter((fault) => placeOf(this.#text, fault.line).entry === id);
  }

  /** The sentence under a field; a list speaks for itself and for its entries, an entry for all that is in it. */
  sentenceAt(id: string | null, path: string): Fault['sentence'] | null {
    const found = this.faultsOf(id).find((fault) => {
      const place = placeOf(this.#text, fault.line).path.join('.');
      const exact = ['options', 'rows', 'choices', 'steps', 'accept', 'spots', 'parts'].includes(path);
      return place === path || (!exact && place.startsWith(`${path}.`));
    });
    return found?.sentence ?? null;
  }

  /** A page that holds nothing but the question: the server makes its data as it will for readers. */
  async #shown(question: string): Promise<Shown | null> {
    const text = [
      '---',
      `code: ${this.code ?? 'M00'}`,
      'title: x',
      'minutes: 1',
      'objectives:',
      ...this.objectives.map(({ id }) => `  - { id: ${id}, text: x }`),
      'methods: []',
      'materials: []',
      'sources: []',
      '---',
      '',
      '## x {#x minutes=1}',
      '',
      `::question{id=${question}}`,
      '',
    ].join('\n');
    const { data } = await this.#preview({ text, locale: 'en' });
    const blocks = data?.page?.sections.flatMap((section) => section.blocks) ?? [];
    return blocks.find((block) => block.kind === 'question')?.question ?? null;
  }

  #preview(wish: { text: string; locale: 'lo' | 'en' }) {
    const body = { path: `modules/${this.#folder}/module.md`, audience: 'trainer' as const, ...wish };
    return ask(api().POST('/api/v1/drafts/{id}/preview', { params: { path: { id: this.#draft } }, body }));
  }
}
