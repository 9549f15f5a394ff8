import { fail, redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/api/client.js';
import { homeOf } from '#lib/session/areas.rules.js';
import { faultOf } from './secret.rules.js';
import type { Actions, PageServerLoad } from './$types.js';

/** Three steps in the address, so that they work without scripts: no code, `?c=` (who is it?), `?c=&me=yes` (the secret). */
export const load: PageServerLoad = async (event) => {
  const typed = event.url.searchParams.get('c');
  if (typed === null) return { step: 'code' as const, code: '', missing: false, failure: null };
  const code = typed.replace(/\s/g, '');
  if (!code) return { step: 'code' as const, code, missing: true, failure: null };

  const { data: person, failure } = await ask(api(event).POST('/api/v1/activation', { body: { code } }));
  if (failure) return { step: 'code' as const, code, missing: false, failure };
  const step = event.url.searchParams.get('me') === 'yes' ? ('secret' as const) : ('person' as const);
  return { step, code, missing: false, failure: null, person };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const [code, secret, repeat] = ['code', 'secret', 'repeat'].map((name) => String(form.get(name) ?? '')) as [
      string,
      string,
      string,
    ];
    const fault = faultOf(secret, repeat);
    if (fault) return fail(400, { fault, failure: null });

    const { data: me, failure } = await ask(
      api(event).POST('/api/v1/activation/redemption', { body: { code, secret } }),
    );
    if (failure) return fail(failure.status || 503, { fault: null, failure });
    redirect(303, homeOf(me));
  },
};
