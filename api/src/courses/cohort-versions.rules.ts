/*
 * A cohort has one version of its curriculum. After an upgrade that spared what was taught, single modules and tests stay on
 * the version they had: those are its pins.
 */

export const contentKinds = ['module', 'test'] as const;
export type ContentKind = (typeof contentKinds)[number];

export interface Pin {
  readonly kind: ContentKind;
  readonly code: string;
  readonly versionId: string;
}

export interface CohortVersions {
  readonly cohortId: string;
  readonly versionId: string;
  readonly pins: readonly Pin[];
  /** The kind of class that it is; null for the usual one. */
  readonly variant: string | null;
  /** The versions that the cohort had before. */
  readonly past: readonly string[];
}

/** The version of a module or test that the cohort sees. */
export function versionOf({ versionId, pins }: CohortVersions, kind: ContentKind, code: string): string {
  return pins.find((pin) => pin.kind === kind && pin.code === code)?.versionId ?? versionId;
}

/**
 * The modules or tests of a cohort, each from the version it has of it: in the order of the cohort's own version, and at the
 * end what only stays because of a pin. `of` answers what a version holds.
 */
export function placed<Item extends { readonly code: string }>(
  versions: CohortVersions,
  kind: ContentKind,
  of: (versionId: string) => readonly Item[],
): (Item & { readonly versionId: string })[] {
  const own = of(versions.versionId);
  const pinned = new Map(versions.pins.filter((pin) => pin.kind === kind).map((pin) => [pin.code, pin.versionId]));
  const staying = [...pinned.keys()].filter((code) => !own.some((item) => item.code === code)).sort();
  return [...own.map(({ code }) => code), ...staying].flatMap((code) => {
    const versionId = pinned.get(code) ?? versions.versionId;
    const item = of(versionId).find((one) => one.code === code);
    return item === undefined ? [] : [{ ...item, versionId }];
  });
}

/** The versions that something which the cohort sees now is of. */
export function shownVersions({ versionId, pins }: CohortVersions): string[] {
  return [...new Set([versionId, ...pins.map((pin) => pin.versionId)])];
}

/** All of them, and those of which a device without a network may still hold pages. */
export function knownVersions(versions: CohortVersions): string[] {
  return [...new Set([...shownVersions(versions), ...versions.past])];
}
