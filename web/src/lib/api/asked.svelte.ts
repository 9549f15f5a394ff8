import type { Answer } from './client.js';
import type { Failure } from './failure.js';

/** One page's data, asked of the server and held while the page is open. What was answered stays when it is asked again. */
export class Asked<T> {
  data = $state.raw<T | null>(null);
  failure = $state.raw<Failure | null>(null);
  at = $state<number | null>(null);
  loading = $state(true);
  readonly #ask: () => Promise<Answer<T>>;
  #turn = 0;

  constructor(ask: () => Promise<Answer<T>>) {
    this.#ask = ask;
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    const { data, failure } = await this.#ask();
    if (turn !== this.#turn) return;
    this.loading = false;
    this.failure = failure;
    if (!failure) [this.data, this.at] = [data, Date.now()];
  }
}
