import { compare } from 'semver';

export interface ReleasedVersion {
  readonly id: string;
  readonly version: string;
  readonly contentHash: string;
}

export type Release =
  | { readonly verdict: 'new' }
  /** The same content is there, under this number. */
  | { readonly verdict: 'already'; readonly as: ReleasedVersion }
  | { readonly verdict: 'taken' | 'not-greater'; readonly by: ReleasedVersion };

/** May content be published under a version number, given what was published before? */
export function release(version: string, contentHash: string, published: readonly ReleasedVersion[]): Release {
  const same = published.find((candidate) => candidate.contentHash === contentHash);
  if (same !== undefined) return { verdict: 'already', as: same };
  const taken = published.find((candidate) => candidate.version === version);
  if (taken !== undefined) return { verdict: 'taken', by: taken };
  const last = newest(published);
  return last === null || compare(version, last.version) > 0
    ? { verdict: 'new' }
    : { verdict: 'not-greater', by: last };
}

export function newest<Version extends { readonly version: string }>(versions: readonly Version[]): Version | null {
  return versions.toSorted((a, b) => compare(b.version, a.version))[0] ?? null;
}
