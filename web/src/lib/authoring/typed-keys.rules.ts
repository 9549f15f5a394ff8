/*
 * Where a tab keeps what is typed into a file of a draft and not saved: each tab under a key of its own, so that no tab writes over
 * what another holds. What tabs that are gone left behind is taken up one after the other, the newest first.
 */

export interface TypedKey {
  readonly draft: string;
  readonly path: string;
  /** Null where an older program kept it, which knew no tabs. */
  readonly tab: string | null;
}

export const keyOf = (draft: string, path: string, tab: string): string => `${draft} ${path}\n${tab}`;

/** The least and the greatest key that entries of this file have; those of other files lie outside. */
export const keysBetween = (draft: string, path: string): [least: string, greatest: string] => [
  `${draft} ${path}`,
  `${draft} ${path}\n\uffff`,
];

export function placeOf(key: string): TypedKey {
  const [place = '', tab = null] = key.split('\n');
  const space = place.indexOf(' ');
  return { draft: place.slice(0, space), path: place.slice(space + 1), tab };
}

/** The entry of a file that a tab goes on with: its own, or the newest that no living tab holds; null when there is none. */
export function takenUp(
  entries: readonly { readonly key: string; readonly at: number }[],
  tab: string,
  living: ReadonlySet<string>,
): string | null {
  const own = entries.find(({ key }) => placeOf(key).tab === tab);
  const left = entries.filter(({ key }) => isFree(key, tab, living)).toSorted((a, b) => b.at - a.at);
  return (own ?? left[0])?.key ?? null;
}

/** The tabs that keep something of a file. */
export function holdersOf(keys: readonly string[], draft: string, path: string): string[] {
  return keys.flatMap((key) => {
    const place = placeOf(key);
    return place.draft === draft && place.path === path && place.tab !== null ? [place.tab] : [];
  });
}

/** The files of a draft in which something waits that this tab may take up; each once. */
export function waitingIn(keys: readonly string[], draft: string, tab: string, living: ReadonlySet<string>): string[] {
  const paths = keys.flatMap((key) => {
    const place = placeOf(key);
    return place.draft === draft && isFree(key, tab, living) ? [place.path] : [];
  });
  return [...new Set(paths)];
}

function isFree(key: string, tab: string, living: ReadonlySet<string>): boolean {
  const { tab: holder } = placeOf(key);
  return holder === null || holder === tab || !living.has(holder);
}
