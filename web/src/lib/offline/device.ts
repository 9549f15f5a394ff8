import { getContext, setContext } from 'svelte';
import { KeptAnswers } from './kept.svelte.js';
import { Outbox, type Owner } from './outbox.svelte.js';
import { Progress } from './progress.svelte.js';

/** What this device holds for the person who uses it. */
export interface Device {
  owner: Owner;
  outbox: Outbox;
  kept: KeptAnswers;
  progress: Progress;
}

const KEY = Symbol('device');
let current: Device | null = null;

/** For the layout of an area that works offline. One person has one outbox in a tab, whichever area they are in. */
export function provideDevice(owner: Owner): Device {
  if (current?.owner.accountId !== owner.accountId) {
    const [outbox, kept] = [new Outbox(owner), new KeptAnswers(owner.accountId)];
    current = { owner, outbox, kept, progress: new Progress(kept, outbox) };
  }
  return setContext(KEY, current);
}

/** To be called while a component is set up. */
export function device(): Device {
  return getContext<Device>(KEY);
}
