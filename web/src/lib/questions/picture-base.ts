import { getContext, setContext } from 'svelte';

const KEY = Symbol('pictures');

/** Where the pictures of questions below a component are fetched from: those of a draft are not among the published ones. */
export function picturesFrom(base: string): void {
  setContext(KEY, base);
}

export function pictureBase(): string {
  return getContext<string | undefined>(KEY) ?? '/api/v1/media/';
}
