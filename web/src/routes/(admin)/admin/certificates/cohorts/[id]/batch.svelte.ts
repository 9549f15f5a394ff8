import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import type { components } from '#lib/api/schema.js';

type Progress = components['schemas']['BatchProgress'];
const POLL_MS = 2_000;

/**
 * How far the printing of a batch is: told by server-sent events, and asked every two seconds where the stream does not
 * come through, as behind some proxies.
 */
export class Batch {
  progress = $state.raw<Progress | null>(null);
  failure = $state.raw<Failure | null>(null);
  live = $state(false);
  readonly id: string;
  readonly #onfinish: () => void;
  #stream: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string, onfinish: () => void) {
    this.id = id;
    this.#onfinish = onfinish;
  }

  /** Follows until everything is done; the answer ends it before. */
  follow(): () => void {
    this.#stream = new EventSource(`/api/v1/certificate-batches/${this.id}/progress`);
    this.#stream.onmessage = ({ data }: MessageEvent<string>) => {
      this.live = true;
      this.#take(JSON.parse(data) as Progress);
    };
    this.#stream.onerror = () => {
      this.#close();
      void this.#poll();
    };
    return () => this.#close();
  }

  /** Leaves unprinted what has not begun. */
  async stop(): Promise<void> {
    const { data, failure } = await ask(api().POST('/api/v1/certificate-batches/{id}/cancellation', this.#path()));
    this.failure = failure;
    if (data) this.#take(data);
  }

  /** Prints what failed or was left. */
  async retry(): Promise<void> {
    const { data, failure } = await ask(api().POST('/api/v1/certificate-batches/{id}/retry', this.#path()));
    this.failure = failure;
    if (!data) return;
    this.#close();
    this.progress = data;
    this.follow();
  }

  async #poll(): Promise<void> {
    const { data, failure } = await ask(api().GET('/api/v1/certificate-batches/{id}', this.#path()));
    this.failure = failure;
    if (data) this.#take(data);
    const over = this.progress?.finished || (failure && failure.status !== 0 && failure.status < 500);
    if (!over) this.#timer = setTimeout(() => void this.#poll(), POLL_MS);
  }

  #take(progress: Progress): void {
    this.failure = null;
    const wasFinished = this.progress?.finished ?? false;
    this.progress = progress;
    if (!progress.finished) return;
    // The server ends the stream too; left open, the browser would open it again and again.
    this.#close();
    if (!wasFinished) this.#onfinish();
  }

  #close(): void {
    this.live = false;
    this.#stream?.close();
    this.#stream = null;
    clearTimeout(this.#timer);
  }

  #path() {
    return { params: { path: { id: this.id } } };
  }
}
