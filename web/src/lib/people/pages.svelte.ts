import type { Answer } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';

interface Page<Item> {
  items: Item[];
  next: string | null;
}
type AskPage<Item> = (after: string | undefined) => Promise<Answer<Page<Item>>>;

/** A list that is read page by page. A new question leaves the old answer standing until the new one is there. */
export class Pages<Item> {
  /** Null until the first answer. */
  items = $state.raw<readonly Item[] | null>(null);
  next = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  #ask: AskPage<Item> | null = null;
  #turn = 0;

  async start(ask: AskPage<Item>): Promise<void> {
    this.#ask = ask;
    await this.#read(undefined, []);
  }

  async more(): Promise<void> {
    if (this.next !== null) await this.#read(this.next, this.items ?? []);
  }

  async again(): Promise<void> {
    if (this.#ask) await this.start(this.#ask);
  }

  async #read(after: string | undefined, before: readonly Item[]): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    const { data, failure } = await this.#ask!(after);
    // Somebody typed on meanwhile: only the last question counts.
    if (turn !== this.#turn) return;
    this.busy = false;
    this.failure = failure;
    if (!data) return;
    this.items = [...before, ...data.items];
    this.next = data.next;
  }
}
