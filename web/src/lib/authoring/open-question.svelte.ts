import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { SaveState } from './open-file.svelte.js';
import { aQuestion, formOf, freeQuestionId, type QuestionForm, type QuestionType } from './question-forms.rules.js';
import type { QuestionList, Written } from './question-list.svelte.js';
import { writtenOf } from './question-writing.rules.js';
import type { TypedStore } from './typed-store.js';

const KEPT = 'form';

interface Beginning {
  type: QuestionType;
  module: string;
  objective: string;
}

/**
 * One question while it is edited. The form lies on this device from the first letter; the server gets it when its author saves.
 * Where others changed the file meanwhile it is saved over their file, unless they changed this very question.
 */
export class OpenQuestion {
  state = $state<SaveState>('loading');
  form = $state<QuestionForm | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What stands there now of this question, by somebody else; `gone` where they removed it. */
  theirs = $state.raw<Written | 'gone' | null>(null);
  savedAt = $state<string | null>(null);
  keeps = $state(true);
  takenUp = $state(false);

  /** The id it has in the file; null for a new one. */
  was = $state<string | null>(null);
  readonly #list: QuestionList;
  readonly #store: TypedStore;
  /** As it was read, and as it was last written: text, to be compared. */
  #base = '';
  #written = '';

  constructor(list: QuestionList, id: string, store: TypedStore) {
    [this.#list, this.#store] = [list, store];
    this.was = id === 'new' ? null : id;
  }

  /** `begin`: the type, the module and the objective that a new question starts with. */
  async load(begin: Beginning): Promise<void> {
    this.keeps = await this.#store.works();
    const kept = await this.#store.take(this.#list.draft, this.#key(), () => this.#left(begin));
    await this.#list.load();
    this.failure = this.#list.failure;
    const found = this.#found();
    if (!this.#list.data && !kept) return;
    if (this.was && !found && this.#list.data && !kept) {
      this.failure = { code: 'draft.question_missing', status: 404, params: {}, errors: [], requestId: null };
      return;
    }
    const taken = (this.#list.data?.questions ?? []).map(({ id }) => String(id));
    const fresh = aQuestion(freeQuestionId(begin.module, 'practice', taken), begin.type, begin.objective);
    const form = found ? formOf(found) : fresh;
    this.#base = JSON.stringify(found ?? null);
    this.#written = JSON.stringify(writtenOf(form));
    this.form = kept ? (JSON.parse(kept.text) as QuestionForm) : form;
    this.takenUp = kept !== null;
    this.state = kept || !found ? 'typed' : 'saved';
    if (kept && kept.base !== this.#base && this.#list.data) this.#differ(found);
  }

  /** Whether the form says something else than the file. */
  get isChanged(): boolean {
    return this.form !== null && JSON.stringify(writtenOf(this.form)) !== this.#written;
  }

  /** To be called whenever the form may have changed. */
  async note(): Promise<void> {
    const form = $state.snapshot(this.form);
    if (!form || this.state === 'loading') return;
    const changed = JSON.stringify(writtenOf(form)) !== this.#written;
    if (!changed) return void (this.was && this.state === 'typed' && (this.state = 'saved'));
    const typed = {
      text: JSON.stringify(form),
      revision: this.#list.data?.revision ?? null,
      base: this.#base,
      at: Date.now(),
    };
    this.keeps = await this.#store.put(this.#list.draft, this.#key(), typed);
    if (this.state === 'saved') this.state = 'typed';
  }

  /** True when it is on the server. */
  async save(): Promise<boolean> {
    if (!this.form || this.state === 'saving' || this.state === 'conflict') return false;
    const question = writtenOf($state.snapshot(this.form));
    this.state = 'saving';
    let answer = await this.#put(question);
    if (answer.failure?.code === 'draft.file_changed') {
      await this.#list.load();
      const found = this.#found();
      if (JSON.stringify(found ?? null) !== this.#base) return (this.#differ(found), false);
      answer = await this.#put(question);
    }
    this.failure = answer.failure;
    if (answer.failure) {
      this.state = answer.failure.status === 0 || answer.failure.status >= 500 ? 'offline' : 'refused';
      return false;
    }
    const key = this.#key();
    this.savedAt = answer.data.changedAt;
    this.was = question.id;
    this.#written = JSON.stringify(question);
    await this.#list.load();
    this.#base = JSON.stringify(this.#found() ?? null);
    this.state = this.isChanged ? 'typed' : 'saved';
    this.takenUp = false;
    if (!this.isChanged) await this.#store.forget(this.#list.draft, key);
    return true;
  }

  /** Ends a conflict: theirs comes into the form, or the form goes over theirs. */
  async settle(whose: 'mine' | 'theirs'): Promise<void> {
    const { theirs } = this;
    this.theirs = null;
    this.#base = JSON.stringify(theirs === 'gone' ? null : theirs);
    this.state = 'typed';
    if (whose === 'mine') {
      if (theirs === 'gone') this.was = null;
      await this.save();
    } else if (theirs && theirs !== 'gone') {
      this.form = formOf(theirs);
      this.#written = JSON.stringify(writtenOf(this.form));
      this.state = 'saved';
      await this.#store.forget(this.#list.draft, this.#key());
    }
  }

  async forget(): Promise<void> {
    await this.#store.forget(this.#list.draft, this.#key());
  }

  /** Another tab left something of this question behind. */
  #left(begin: Beginning): void {
    if (this.state === 'saving' || this.state === 'conflict' || this.isChanged) return;
    [this.form, this.state] = [null, 'loading'];
    void this.load(begin);
  }

  #differ(found: Written | undefined): void {
    this.theirs = found ?? 'gone';
    this.state = 'conflict';
  }

  #found(): Written | undefined {
    return this.was === null ? undefined : this.#list.data?.questions.find(({ id }) => id === this.was);
  }

  #put(question: { id: string; type: string }) {
    const body = {
      path: this.#list.path,
      question,
      revision: this.#list.data?.revision ?? null,
      ...(this.was && { was: this.was }),
    };
    return ask(api().PUT('/api/v1/drafts/{id}/questions', { params: { path: { id: this.#list.draft } }, body }));
  }

  #key(): string {
    return `${this.#list.path} ${KEPT} ${this.was ?? 'new'}`;
  }
}
