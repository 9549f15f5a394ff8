import { shownText } from './search-text.rules.js';

/** The text of a search whose truth is the address: going back, or clearing the filters, changes what stands in the field. */
export class SearchText {
  typed = $state('');
  #said = '';

  /** The address says so now. */
  follow(says: string): void {
    this.typed = shownText(this.typed, this.#said, says);
    this.#said = says;
  }

  /** What goes into the address. */
  taken(): string {
    return (this.#said = this.typed.trim());
  }
}
