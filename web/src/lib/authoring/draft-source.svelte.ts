import { onMount } from 'svelte';
import { Asked } from '#lib/api/asked.svelte.js';
import { api, ask } from '#lib/api/client.js';
import type { DraftDetail } from './drafts.js';

const LOOK_AGAIN_MS = 45_000;

/** A draft as the server has it, looked at again while the page is open: others may work in it. Call it while a component is set up. */
export function draftSource(id: string): Asked<DraftDetail> {
  const source = new Asked(() => ask(api().GET('/api/v1/drafts/{id}', { params: { path: { id } } })));
  onMount(() => {
    void source.load();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void source.load();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  });
  return source;
}
