import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { Fault, ModulePage } from './drafts.js';

const PAUSE_MS = 500;

export interface PreviewWish {
  path: string;
  text: string;
  locale: 'lo' | 'en';
  audience: 'participant' | 'trainer';
}

/** The page that the text would make, and what the check says of it, a moment after each pause in typing. */
export class LivePreview {
  page = $state.raw<ModulePage | null>(null);
  faults = $state.raw<Fault[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** Whether the text has changed since. */
  behind = $state(true);
  readonly #draft: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(draft: string) {
    this.#draft = draft;
  }

  wish(wish: PreviewWish): void {
    this.behind = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fetch(wish), this.page ? PAUSE_MS : 0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#turn++;
  }

  async #fetch(body: PreviewWish): Promise<void> {
    const turn = ++this.#turn;
    const params = { path: { id: this.#draft } };
    const { data, failure } = await ask(api().POST('/api/v1/drafts/{id}/preview', { params, body }));
    if (turn !== this.#turn) return;
    this.failure = failure;
    this.behind = false;
    if (!data) return;
    // A text that cannot be read for a moment keeps the page that was there; its faults are shown.
    if (data.page) this.page = data.page;
    this.faults = data.faults;
  }
}
