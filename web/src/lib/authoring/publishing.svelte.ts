import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { components } from '#lib/api/schema.js';

export type Publication = components['schemas']['Publication'];
type Progress = Publication['progress'];
const POLL_MS = 2_000;

/**
 * A publication while it is watched: told by server-sent events, and asked for every two seconds where the stream does not come
 * through, as behind some proxies.
 */
export class Publishing {
  publication = $state.raw<Publication | null>(null);
  failure = $state.raw<Failure | null>(null);
  live = $state(false);
  readonly id: string;
  readonly #onchange: (publication: Publication) => void;
  #stream: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string, onchange: (publication: Publication) => void) {
    this.id = id;
    this.#onchange = onchange;
  }

  /** Follows until everything is printed; the answer ends it before. */
  follow(): () => void {
    void this.#ask();
    this.#stream = new EventSource(`/api/v1/publications/${this.id}/progress`);
    this.#stream.onmessage = ({ data }: MessageEvent<string>) => {
      this.live = true;
      this.#note(JSON.parse(data) as Progress);
    };
    this.#stream.onerror = () => {
      this.#stop();
      void this.#poll();
    };
    return () => this.#stop();
  }

  async cancel(): Promise<void> {
    const params = { path: { id: this.id } };
    const { data, failure } = await ask(api().POST('/api/v1/publications/{id}/cancellation', { params }));
    this.failure = failure;
    if (data) this.#take(data);
  }

  /** Counts alone; what became of the version is asked for when they move. */
  #note(progress: Progress): void {
    const before = this.publication?.progress;
    if (this.publication) this.publication = { ...this.publication, progress };
    const moved = before?.done !== progress.done || before.failed !== progress.failed || progress.finished;
    if (progress.finished) this.#stop();
    if (moved) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { data, failure } = await ask(api().GET('/api/v1/publications/{id}', { params: { path: { id: this.id } } }));
    this.failure = failure;
    if (data) this.#take(data);
  }

  async #poll(): Promise<void> {
    await this.#ask();
    const gone = this.failure && this.failure.status !== 0 && this.failure.status < 500;
    if (!this.publication?.progress.finished && !gone) this.#timer = setTimeout(() => void this.#poll(), POLL_MS);
  }

  #take(publication: Publication): void {
    const before = this.publication?.state;
    this.publication = publication;
    if (before !== publication.state) this.#onchange(publication);
    if (publication.progress.finished) this.#stop();
  }

  #stop(): void {
    this.live = false;
    this.#stream?.close();
    this.#stream = null;
    clearTimeout(this.#timer);
  }
}
