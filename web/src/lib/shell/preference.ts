const YEAR_SECONDS = 31_536_000;

/** Language and theme live in cookies, so that the server renders a page as the person last left it. */
export type PreferenceName = 'lang' | 'theme';

export const PREFERENCE_COOKIE = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: false } as const;

export function keepPreference(name: PreferenceName, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

export function keptPreference(name: PreferenceName): string | undefined {
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** Where to return after a form: only a path of this site, never another address. */
export function ownPath(text: unknown): string | null {
  return typeof text === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : null;
}

/** Where to go on after signing in. A shell that started at the door itself must not lead back to it. */
export function pathBehindDoor(text: unknown): string | null {
  const path = ownPath(text);
  return path === null || /^\/sign-in(?![^/?#])/.test(path) ? null : path;
}
