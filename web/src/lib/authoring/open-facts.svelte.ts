import { api, ask } from '#lib/api/client.js';
import { faultAt, type Failure } from '#lib/api/failure.js';
import { type FactKey, type Facts, isSame, merged, withFields, type WrittenFacts } from './facts-form.rules.js';
import type { SaveState } from './open-file.svelte.js';
import type { Typed, TypedStore } from './typed-store.js';

/** What lies on this device: the form, and what it was typed over, so that it can be shown without a network. */
interface Kept {
  form: Facts;
  written: WrittenFacts;
}

/**
 * The facts of a module while they are edited. The form lies on this device from the first letter; the server gets it when its
 * author saves. What others changed meanwhile comes in field by field, unless both changed the same field.
 */
export class OpenFacts {
  state = $state<SaveState>('loading');
  form = $state<Facts | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The facts as the server has them, and what hangs on them. */
  written = $state.raw<WrittenFacts | null>(null);
  /** The fields that somebody else changed too; `written` says to what. */
  clashes = $state.raw<readonly FactKey[]>([]);
  savedAt = $state<string | null>(null);
  keeps = $state(true);
  takenUp = $state(false);

  readonly #draft: string;
  readonly #folder: string;
  readonly #store: TypedStore;
  readonly #onsaved: () => void;

  constructor(draft: string, folder: string, store: TypedStore, onsaved: () => void) {
    [this.#draft, this.#folder, this.#store, this.#onsaved] = [draft, folder, store, onsaved];
  }

  async load(): Promise<void> {
    this.keeps = await this.#store.works();
    const kept = keptIn(await this.#store.take(this.#draft, this.#key(), () => this.#left()));
    const answer = await ask(api().GET('/api/v1/drafts/{id}/modules/{folder}/facts', this.#params()));
    this.failure = answer.failure;
    this.takenUp = kept !== null && !isSame(kept.form, answer.data?.facts ?? kept.written.facts);
    if (kept) [this.form, this.written] = [kept.form, kept.written];
    if (answer.failure) {
      if (kept) this.state = unreached(answer.failure) ? 'offline' : 'refused';
      return;
    }
    this.savedAt = answer.data.changedAt;
    this.#rebase(answer.data);
  }

  /** Whether the form says something else than the server. */
  get isChanged(): boolean {
    return this.form !== null && this.written !== null && !isSame(this.form, this.written.facts);
  }

  /** To be called whenever the form may have changed. */
  async note(): Promise<void> {
    const { written } = this;
    const form = $state.snapshot(this.form);
    /* In a conflict what lies here still says what it was typed over. */
    if (!form || !written || this.state === 'loading' || this.state === 'conflict') return;
    if (isSame(form, written.facts)) {
      if (this.state === 'typed') this.state = 'saved';
      return void (await this.#store.forget(this.#draft, this.#key()));
    }
    if (this.state === 'saved') this.state = 'typed';
    const text = JSON.stringify({ form, written } satisfies Kept);
    const typed: Typed = { text, revision: written.revisions.en, base: '', at: Date.now() };
    this.keeps = await this.#store.put(this.#draft, this.#key(), typed);
  }

  /** True when it is on the server. */
  async save(): Promise<boolean> {
    if (!this.form || !this.written || this.state === 'saving' || this.state === 'conflict') return false;
    if (!this.isChanged) return true;
    this.state = 'saving';
    let answer = await this.#put();
    if (answer.failure?.code === 'draft.file_changed') {
      const now = await ask(api().GET('/api/v1/drafts/{id}/modules/{folder}/facts', this.#params()));
      if (now.failure) answer = now;
      else if (!this.#rebase(now.data)) return false;
      else answer = await this.#put();
    }
    this.failure = answer.failure;
    if (answer.failure) {
      this.state = unreached(answer.failure) ? 'offline' : 'refused';
      return false;
    }
    const sent = this.#sent;
    [this.written, this.savedAt, this.takenUp] = [answer.data, answer.data.changedAt, false];
    if (sent && isSame($state.snapshot(this.form), sent) && this.isChanged) this.form = answer.data.facts;
    this.state = this.isChanged ? 'typed' : 'saved';
    await this.note();
    this.#onsaved();
    return true;
  }

  /** Ends a conflict: their fields come into the form, or those of the form go over theirs. */
  async settle(whose: 'mine' | 'theirs'): Promise<void> {
    const { clashes, written } = this;
    if (!this.form || !written) return;
    this.clashes = [];
    if (whose === 'theirs') this.form = withFields($state.snapshot(this.form), written.facts, clashes);
    this.state = this.isChanged ? 'typed' : 'saved';
    if (whose === 'mine') await this.save();
    else await this.note();
  }

  /** What the server said of a field. */
  faultAt(path: string) {
    return this.state === 'refused' || this.state === 'typed' ? faultAt(this.failure, path) : undefined;
  }

  /** Takes back what was said of a list whose rows are no longer where they were. */
  forgetFaults(key: FactKey): void {
    const { failure } = this;
    if (failure === null || failure.errors.length === 0) return;
    this.failure = { ...failure, errors: failure.errors.filter(({ path }) => path.split('.')[0] !== key) };
  }

  #sent: Facts | null = null;

  /** Another tab left facts of this module behind. */
  #left(): void {
    if (this.state !== 'saved') return;
    [this.form, this.state] = [null, 'loading'];
    void this.load();
  }

  #put() {
    const { written } = this;
    const facts = $state.snapshot(this.form)!;
    this.#sent = facts;
    const body = { facts, revisions: written!.revisions };
    return ask(api().PUT('/api/v1/drafts/{id}/modules/{folder}/facts', { ...this.#params(), body }));
  }

  /** Puts the form over what the server has now; false where both changed the same field. */
  #rebase(now: WrittenFacts): boolean {
    const { form, written } = this;
    const result =
      form && written ? merged(written.facts, $state.snapshot(form), now.facts) : { facts: now.facts, clashes: [] };
    this.written = now;
    this.form = result.facts;
    this.clashes = result.clashes;
    if (result.clashes.length > 0) this.state = 'conflict';
    else if (this.state !== 'saving') this.state = this.isChanged ? 'typed' : 'saved';
    void this.note();
    return result.clashes.length === 0;
  }

  #params() {
    return { params: { path: { id: this.#draft, folder: this.#folder } } };
  }

  #key(): string {
    return `modules/${this.#folder}/module.md facts`;
  }
}

function unreached({ status }: Failure): boolean {
  return status === 0 || status >= 500;
}

function keptIn(typed: Typed | null): Kept | null {
  return typed === null ? null : (JSON.parse(typed.text) as Kept);
}
