/** Ids that a person has picked, as a set that the screen follows. Svelte's own sets would come with every page of every area. */
export class PickedIds {
  #ids = $state.raw<ReadonlySet<string>>(new Set());

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#ids = new Set([...this.#ids, id]);
  }

  /** Whether it was there. */
  delete(id: string): boolean {
    const wasThere = this.#ids.has(id);
    this.#ids = new Set([...this.#ids].filter((each) => each !== id));
    return wasThere;
  }

  clear(): void {
    this.#ids = new Set();
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#ids.values();
  }
}
