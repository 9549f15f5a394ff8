import { raise } from '#lib/api/client.js';
import type { Me } from './areas.rules.js';

/** For the load of a page that is nothing without a permission: a form that the server would refuse is not shown at all. */
export async function admitted(
  parent: () => Promise<{ me: Me }>,
  permission: Me['permissions'][number],
): Promise<void> {
  const { me } = await parent();
  if (me.permissions.includes(permission)) return;
  raise({ code: 'access.not_allowed', status: 403, params: {}, errors: [], requestId: null });
}
