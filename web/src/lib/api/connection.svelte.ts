import { browser } from '$app/env';
import { signedOut } from './failure.js';

// A phone with a signal may still reach nothing, so what the last request met counts as much as what the browser says.
let reached = $state(true);
let shutOut = $state(false);
let ahead: number | null = null;

/** Whether the server answers, as far as is known. */
export function isConnected(): boolean {
  return reached;
}

export function noteConnection(answered: boolean): void {
  if (browser) reached = answered;
}

/** Whether the session has ended, here or elsewhere: what is done from now on waits on this device for its owner. */
export function isShutOut(): boolean {
  return shutOut;
}

/** The server's clock minus this device's, in milliseconds, as of the last answer; null before the first. */
export function clockOffset(): number | null {
  return ahead;
}

export function noteAnswer({ headers }: Response, code?: string): void {
  noteConnection(true);
  if (!browser) return;
  shutOut = code === signedOut.code;
  // The header tells whole seconds: the end of the one it tells, so that a test never seems to last longer than it does.
  const now = Date.parse(headers.get('date') ?? '');
  if (now) ahead = now + 999 - Date.now();
}

if (browser) {
  reached = navigator.onLine;
  addEventListener('online', () => noteConnection(true));
  addEventListener('offline', () => noteConnection(false));
}
