import { api, ask, type Answer } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { components } from '#lib/api/schema.js';
import type { SaveState } from './open-file.svelte.js';
import type { TypedStore } from './typed-store.js';

export type Unit = components['schemas']['TranslationUnit'];

/** One text that is being translated. What is typed lies on this device from the first letter. */
export class OpenUnit {
  state = $state<SaveState>('loading');
  unit = $state.raw<Unit | null>(null);
  /** The Lao by the name of its field, as typed. */
  texts = $state<Record<string, string>>({});
  failure = $state.raw<Failure | null>(null);
  savedAt = $state<string | null>(null);
  keeps = $state(true);
  /** Somebody else translated it while this was typed: what they wrote, by field. */
  theirs = $state.raw<Record<string, string> | null>(null);
  readonly #draft: string;
  readonly #place: { module: string; unit: string };
  readonly #store: TypedStore;

  constructor(draft: string, module: string, unit: string, store: TypedStore) {
    [this.#draft, this.#place, this.#store] = [draft, { module, unit }, store];
  }

  async load(): Promise<void> {
    this.keeps = await this.#store.works();
    const kept = await this.#store.take(this.#draft, this.#key(), () => this.#left());
    const answer = await this.#fetched();
    this.failure = answer.failure;
    if (!answer.data) return;
    this.#take(answer.data);
    if (!kept) return;
    this.texts = { ...this.texts, ...(JSON.parse(kept.text) as Record<string, string>) };
    this.state = this.isChanged ? 'typed' : 'saved';
    if (this.isChanged && kept.base !== '' && kept.base !== said(answer.data)) this.theirs = textsOf(answer.data);
  }

  get isChanged(): boolean {
    return (this.unit?.fields ?? []).some(({ name, translation }) => (this.texts[name] ?? '') !== (translation ?? ''));
  }

  async type(name: string, text: string): Promise<void> {
    this.texts[name] = text;
    if (this.state === 'saved') this.state = 'typed';
    const base = this.unit ? said(this.unit) : '';
    const typed = { text: JSON.stringify(this.texts), revision: this.unit?.revision ?? null, base, at: Date.now() };
    this.keeps = await this.#store.put(this.#draft, this.#key(), typed);
  }

  save(): Promise<boolean> {
    const body = { ...this.#place, texts: { ...$state.snapshot(this.texts) }, revision: this.unit?.revision ?? null };
    return this.#send(ask(api().PUT('/api/v1/drafts/{id}/translations/unit', { ...this.#params(), body })));
  }

  /** The English changed, and still says the same. */
  keep(why: string): Promise<boolean> {
    const body = { ...this.#place, why };
    return this.#send(ask(api().POST('/api/v1/drafts/{id}/translations/keep', { ...this.#params(), body })));
  }

  /** Lao that was typed elsewhere was made from the English as it stands. */
  async record(): Promise<boolean> {
    const { failure } = await ask(
      api().POST('/api/v1/drafts/{id}/translations/record', { ...this.#params(), body: this.#place }),
    );
    this.failure = failure;
    if (!failure) await this.load();
    return !failure;
  }

  async #send(sending: Promise<Answer<Unit>>): Promise<boolean> {
    this.state = 'saving';
    const { data, failure } = await sending;
    this.failure = failure;
    if (data) {
      this.#take(data);
      this.theirs = null;
      await this.#store.forget(this.#draft, this.#key());
      return true;
    }
    if (failure.code === 'draft.file_changed') await this.#compare();
    else this.state = failure.status === 0 || failure.status >= 500 ? 'offline' : 'refused';
    return false;
  }

  /** The file was changed by somebody else. Unless they changed this very text, it is saved again over the newer file. */
  async #compare(): Promise<void> {
    const before = this.unit;
    const { data } = await this.#fetched();
    if (!data) return void (this.state = 'offline');
    this.unit = data;
    if (before && said(before) === said(data)) return void (await this.save());
    this.theirs = textsOf(data);
    this.failure = null;
    this.state = 'typed';
  }

  /** Another tab left a translation of this text behind. */
  #left(): void {
    if (this.state !== 'saved') return;
    [this.unit, this.state] = [null, 'loading'];
    void this.load();
  }

  #take(unit: Unit): void {
    this.unit = unit;
    this.texts = textsOf(unit);
    this.savedAt = unit.changedAt;
    this.state = 'saved';
  }

  #fetched() {
    const params = { path: { id: this.#draft }, query: this.#place };
    return ask(api().GET('/api/v1/drafts/{id}/translations/unit', { params }));
  }

  #params() {
    return { params: { path: { id: this.#draft } } };
  }

  #key(): string {
    return `translation ${this.#place.module} ${this.#place.unit}`;
  }
}

/** The Lao as it stands, to be compared with what a text was typed over. */
function said({ fields }: Unit): string {
  return JSON.stringify(fields.map(({ translation }) => translation));
}

function textsOf({ fields }: Unit): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, translation }) => [name, translation ?? '']));
}
