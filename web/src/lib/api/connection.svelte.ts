import { browser } from '$app/env';

// A phone with a signal may still reach nothing, so what the last request met counts as much as what the browser says.
let reached = $state(true);

/** Whether the server answers, as far as is known. */
export function isConnected(): boolean {
  return reached;
}

export function noteConnection(answered: boolean): void {
  if (browser) reached = answered;
}

if (browser) {
  reached = navigator.onLine;
  addEventListener('online', () => noteConnection(true));
  addEventListener('offline', () => noteConnection(false));
}
