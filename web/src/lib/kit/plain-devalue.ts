// What the browser needs of devalue, by which Kit carries the data of its server loads, snapshots and the state of the
// history. All of that is plain data here, as the API sends it; the whole library would be a twentieth of a learner's
// first visit. vite.config.ts puts this in its place, on the server the real one stays.

const UNDEFINED = -1;

/** Data as the server flattened it: a list of values in which arrays and objects hold the places of their parts. */
export function unflatten(flat: readonly unknown[] | number): unknown {
  return typeof flat === 'number' ? part([], flat) : part(flat, 0);
}

/** Snapshots and states are written and read by this browser alone. */
export function stringify(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

export function parse(text: string): unknown {
  return JSON.parse(text);
}

/** Named by Kit, called by its server and by remote functions only. */
export const uneval = undefined;
export const stringifyAsync = undefined;

function part(flat: readonly unknown[], place: number): unknown {
  if (place === UNDEFINED) return undefined;
  const value = flat[place];
  if (value === null || typeof value !== 'object') {
    if (place in flat) return value;
    throw new Error(`No plain data: ${place}`);
  }
  if (Array.isArray(value)) {
    // A date, a map or a set begins with the name of its kind.
    if (typeof value[0] === 'string') throw new Error(`No plain data: ${value[0]}`);
    return value.map((each: number) => part(flat, each));
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, part(flat, each as number)]));
}
