const states = ['invited', 'active', 'suspended', 'none'] as const;
const roles = ['administrator', 'trainer', 'trainee', 'observer'] as const;

export interface PeopleQuery {
  q?: string;
  unit?: string;
  role?: (typeof roles)[number];
  state?: (typeof states)[number];
}

/** What the address asks for; words that mean nothing are left out. */
export function queryOf(params: Pick<URLSearchParams, 'get'>): PeopleQuery {
  const q = params.get('q')?.trim();
  const unit = params.get('unit');
  const role = roles.find((one) => one === params.get('role'));
  const state = states.find((one) => one === params.get('state'));
  return { ...(q && { q }), ...(unit && { unit }), ...(role && { role }), ...(state && { state }) };
}
