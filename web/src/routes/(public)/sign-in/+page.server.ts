import { fail, redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/api/client.js';
import { homeOf } from '#lib/session/areas.rules.js';
import { pathBehindDoor, PREFERENCE_COOKIE } from '#lib/shell/preference.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  if (!event.request.headers.has('cookie')) return;
  const { data } = await ask(api(event).GET('/api/v1/session'));
  if (data) redirect(303, pathBehindDoor(event.url.searchParams.get('next')) ?? homeOf(data));
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const name = String(form.get('name') ?? '').trim();
    const secret = String(form.get('secret') ?? '');
    if (!name || !secret) return fail(400, { name, missing: { name: !name, secret: !secret }, failure: null });

    const { data: me, failure } = await ask(api(event).POST('/api/v1/session', { body: { name, secret } }));
    if (failure) return fail(failure.status || 503, { name, missing: null, failure });

    // The account's language is where the page starts; whoever has chosen one on this device keeps it.
    if (!event.cookies.get('lang')) event.cookies.set('lang', me.language, PREFERENCE_COOKIE);
    redirect(303, pathBehindDoor(event.url.searchParams.get('next')) ?? homeOf(me));
  },
};
