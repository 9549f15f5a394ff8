import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { components } from '#lib/api/schema.js';
import { formatOfText, type QuestionFormat, textOfFile } from './question-file.rules.js';
import type { levels, QuestionForm } from './question-forms.rules.js';
import type { QuestionList } from './question-list.svelte.js';

type Imported = components['schemas']['QuestionImport'];

/** One file on its way into the questions of a module: chosen, looked at, confirmed. */
export class QuestionImport {
  name = $state('');
  format = $state<QuestionFormat | null>(null);
  /** Why the chosen file is none that could be sent. */
  unfit = $state<'unknown' | 'not-text' | null>(null);
  locale = $state<'lo' | 'en'>('en');
  objective = $state('');
  level = $state<(typeof levels)[number]>('understand');
  use = $state<QuestionForm['use']>('graded');
  preview = $state.raw<Imported | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state<'looking' | 'writing' | null>(null);
  /** Somebody else changed the file after it was looked at. */
  moved = $state(false);
  done = $state(false);
  #text = '';
  #turn = 0;
  readonly #list: QuestionList;

  constructor(list: QuestionList, locale: 'lo' | 'en') {
    this.#list = list;
    this.locale = locale;
  }

  /** How many of its questions would be written. */
  get count(): number {
    return (this.preview?.questions ?? []).filter(({ verdict }) => verdict !== 'differs').length;
  }

  async choose(file: File): Promise<void> {
    this.#forget();
    this.name = file.name;
    const text = textOfFile(new Uint8Array(await file.arrayBuffer()));
    this.format = text === null ? null : formatOfText(text);
    this.unfit = text === null ? 'not-text' : this.format === null ? 'unknown' : null;
    this.#text = text ?? '';
    await this.look();
  }

  /** Asks what would become of the file as everything is set now. */
  look(): Promise<void> {
    return this.#send(false);
  }

  confirm(): Promise<void> {
    return this.#send(true);
  }

  /** After somebody else's change: the same file, held against what stands there now. */
  async lookAgain(): Promise<void> {
    await this.#list.load();
    this.failure = this.#list.failure;
    if (!this.failure) await this.look();
  }

  /** Ready for another file, after one was written. */
  async again(): Promise<void> {
    this.#forget();
    this.name = '';
    await this.#list.load();
    this.failure = this.#list.failure;
  }

  async #send(confirm: boolean): Promise<void> {
    if (this.format === null || this.objective === '' || this.done) return;
    const turn = ++this.#turn;
    this.busy = confirm ? 'writing' : 'looking';
    const body = {
      path: this.#list.path,
      format: this.format,
      text: this.#text,
      locale: this.locale,
      objective: this.objective,
      level: this.level,
      use: this.use,
      revision: this.#list.data?.revision ?? null,
      confirm,
    };
    const params = { path: { id: this.#list.draft } };
    const answer = await ask(api().POST('/api/v1/drafts/{id}/questions/import', { params, body }));
    if (turn !== this.#turn) return;
    this.busy = null;
    this.moved = answer.failure?.code === 'draft.file_changed';
    this.failure = this.moved ? null : answer.failure;
    if (answer.data) this.preview = answer.data;
    else if (!confirm) this.preview = null;
    this.done = answer.data?.saved != null;
  }

  #forget(): void {
    this.#turn += 1;
    [this.format, this.unfit, this.preview, this.failure, this.busy] = [null, null, null, null, null];
    [this.moved, this.done] = [false, false];
  }
}
