import type { Me } from './areas.rules.js';

const ME = 'khou.me';
const LEAVING = 'khou.leaving';

/** What this device knows of the person who uses it: only what the screens show, so that they open without a network. */
export function rememberedMe(): Me | null {
  const text = localStorage.getItem(ME);
  return text ? (JSON.parse(text) as Me) : null;
}

export function rememberMe(me: Me): void {
  localStorage.setItem(ME, JSON.stringify(me));
}

export function forgetMe(): void {
  localStorage.removeItem(ME);
}

/** Calls back when another tab forgets the person or lets another one in: what this one shows is no longer theirs to see. */
export function onOtherPerson(me: Me, gone: () => void): () => void {
  const look = () => rememberedMe()?.accountId !== me.accountId && gone();
  addEventListener('storage', look);
  return () => removeEventListener('storage', look);
}

/** Signing out without a network: the session cookie can only be ended by the server, so the wish is kept until it can. */
export function isLeaving(): boolean {
  return localStorage.getItem(LEAVING) !== null;
}

export function setLeaving(leaving: boolean): void {
  if (leaving) localStorage.setItem(LEAVING, '1');
  else localStorage.removeItem(LEAVING);
}
