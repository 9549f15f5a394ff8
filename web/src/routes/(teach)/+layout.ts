import { signedIn } from '#lib/session/signed-in.js';
import type { LayoutLoad } from './$types.js';

// A program on the device, not a page of the server: it must start without a network.
export const ssr = false;

export const load: LayoutLoad = async ({ fetch, url }) => ({ me: await signedIn({ fetch, url }, 'teach') });
