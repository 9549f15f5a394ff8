const classes = ['international', 'local', 'traditional'] as const;
const closures = ['no', 'yes', 'any'] as const;

export interface UnitQuery {
  q?: string;
  province?: string;
  class?: (typeof classes)[number];
  closed?: (typeof closures)[number];
}

/** What the address asks for; words that mean nothing are left out. */
export function queryOf(params: Pick<URLSearchParams, 'get'>): UnitQuery {
  const q = params.get('q')?.trim();
  const province = params.get('province');
  const kind = classes.find((one) => one === params.get('class'));
  const closed = closures.find((one) => one !== 'no' && one === params.get('closed'));
  return { ...(q && { q }), ...(province && { province }), ...(kind && { class: kind }), ...(closed && { closed }) };
}
