import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { FileText } from './drafts.js';
import type { TypedStore } from './typed-store.js';

/**
 * Where the text is: as the server has it, typed and kept on this device, on its way, waiting for a network, refused by the
 * server with a reason, or changed by somebody else in the meantime.
 */
export type SaveState = 'loading' | 'saved' | 'typed' | 'saving' | 'offline' | 'refused' | 'conflict';

/** What somebody else wrote while this text was typed; `text` is null where they removed the file. */
export interface Theirs {
  text: string | null;
  revision: number | null;
  by: string | null;
  byEn: string | null;
  at: string | null;
}

const PAUSE_MS = 2_000;
const RETRY_MS = 10_000;

/** One text file of a draft while it is edited. Each letter goes to the device at once, and to the server after a pause. */
export class OpenFile {
  state = $state<SaveState>('loading');
  text = $state('');
  failure = $state.raw<Failure | null>(null);
  theirs = $state.raw<Theirs | null>(null);
  savedAt = $state<string | null>(null);
  /** False when this browser keeps nothing: then only the server does. */
  keeps = $state(true);
  /** Text that was waiting on this device was taken up again. */
  takenUp = $state(false);
  /** Counts the times the text was replaced by something else than typing. */
  replaced = $state(0);
  revision: number | null = null;

  readonly draft: string;
  readonly path: string;
  readonly #store: TypedStore;
  readonly #onsaved: () => void;
  #base = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  /** Another tab left text of this file behind. */
  readonly #left = () => {
    if (this.#isClosed || this.state !== 'saved') return;
    this.state = 'loading';
    void this.load();
  };

  constructor(draft: string, path: string, store: TypedStore, onsaved: () => void) {
    this.draft = draft;
    this.path = path;
    this.#store = store;
    this.#onsaved = onsaved;
  }

  /** The text as it is, or as it was left here. A file that does not exist yet is empty. */
  async load(): Promise<void> {
    this.keeps = await this.#store.works();
    const [kept, answer] = await Promise.all([this.#store.take(this.draft, this.path, this.#left), this.#fetched()]);
    const missing = answer.failure?.code === 'draft.file_missing';
    if (answer.failure && !missing) {
      this.failure = answer.failure;
      if (kept) this.#take(kept.text, kept.revision, kept.base, 'offline');
      if (kept) this.#later(RETRY_MS);
      return;
    }
    this.failure = null;
    const revision = answer.data?.revision ?? null;
    const text = answer.data?.text ?? '';
    this.savedAt = answer.data?.changedAt ?? null;
    if (!kept || kept.text === text) {
      this.#take(text, revision, text, 'saved');
      if (kept) await this.#store.forget(this.draft, this.path);
    } else if (kept.revision === revision) {
      this.takenUp = true;
      this.#take(kept.text, revision, text, 'typed');
      this.#later(PAUSE_MS);
    } else {
      this.#take(kept.text, kept.revision, kept.base, 'conflict');
      this.theirs = theirsOf(answer.data);
    }
  }

  type(text: string): void {
    if (text === this.text) return;
    this.takenUp = false;
    this.text = text;
    this.#keep();
    if (this.state === 'conflict' || this.state === 'loading') return;
    if (this.state !== 'saving') this.state = 'typed';
    this.#later(PAUSE_MS);
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.state === 'saving' || this.state === 'conflict' || this.state === 'loading') return;
    if (this.text === this.#base && this.revision !== null) return void (this.state = 'saved');
    const text = this.text;
    this.state = 'saving';
    const body = { path: this.path, text, revision: this.revision, why: null };
    const { data, failure } = await ask(
      api().PUT('/api/v1/drafts/{id}/file', { params: { path: { id: this.draft } }, body }),
    );
    this.failure = failure;
    if (failure) return this.#unsaved(failure);
    [this.revision, this.savedAt, this.#base] = [data.revision, data.changedAt, text];
    if (this.text === text) {
      this.state = 'saved';
      await this.#keeping;
      if (this.text === text) await this.#store.forget(this.draft, this.path);
    } else {
      this.state = 'typed';
      this.#keep();
      this.#later(PAUSE_MS);
    }
    this.#onsaved();
  }

  /** Ends a conflict with this text: it goes over what they wrote, which stays in the history. */
  async settle(text: string): Promise<void> {
    const theirs = this.theirs;
    if (!theirs) return;
    this.theirs = null;
    this.#take(text, theirs.revision, theirs.text ?? '', 'typed');
    this.#keep();
    await this.save();
  }

  /** Leaves the page: what is typed goes to the server now if it can, and lies on the device anyway. */
  close(): void {
    clearTimeout(this.#timer);
    this.#isClosed = true;
    if (this.state === 'typed' || this.state === 'offline') void this.save();
  }

  #unsaved(failure: Failure): void {
    if (failure.code === 'draft.file_changed') {
      const { text, revision, by, byEn, at } = failure.params as Record<string, unknown>;
      this.theirs = theirsOf({ text, revision, by, byEn, at });
      this.state = 'conflict';
    } else if (failure.status === 0 || failure.status >= 500 || failure.status === 429) {
      this.state = 'offline';
      this.#later(RETRY_MS);
    } else this.state = 'refused';
  }

  #take(text: string, revision: number | null, base: string, state: SaveState): void {
    [this.text, this.revision, this.#base, this.state] = [text, revision, base, state];
    this.replaced++;
  }

  /** Writes go one after the other, so that the last letter wins. */
  #keep(): void {
    this.#keeping = this.#keeping.then(async () => {
      const typed = { text: this.text, revision: this.revision, base: this.#base, at: Date.now() };
      this.keeps = await this.#store.put(this.draft, this.path, typed);
    });
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (this.failure && this.text === '' ? this.load() : this.save()), ms);
  }

  #fetched() {
    const params = { path: { id: this.draft }, query: { path: this.path } };
    return ask(api().GET('/api/v1/drafts/{id}/file', { params }));
  }
}

function theirsOf(found: Partial<Record<keyof Theirs | 'changedBy' | 'changedAt', unknown>> | null): Theirs {
  const author = found?.changedBy as FileText['changedBy'] | undefined;
  const words = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    text: words(found?.text),
    revision: typeof found?.revision === 'number' ? found.revision : null,
    by: author?.nameLo ?? words(found?.by),
    byEn: author?.nameEn ?? words(found?.byEn),
    at: words(found?.changedAt) ?? words(found?.at),
  };
}
