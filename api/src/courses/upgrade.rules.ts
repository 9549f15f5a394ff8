import { compare, gt, prerelease } from 'semver';
import { vientianeInstant } from '../kernel/dates.js';
import { type CohortVersions, type Pin, versionOf } from './cohort-versions.rules.js';

/** `unopened`: what was taught or tested stays as it was. `stay`: nothing moves, and the decision is on record. */
export const upgradeChoices = ['all', 'unopened', 'stay'] as const;
export type UpgradeChoice = (typeof upgradeChoices)[number];

export interface NumberedVersion {
  readonly id: string;
  readonly version: string;
}

/** The greatest version above the one a class has; a prerelease only for a class that has one itself. */
export function newerVersion<Version extends NumberedVersion>(
  current: NumberedVersion,
  all: readonly Version[],
): Version | null {
  const takesPrereleases = prerelease(current.version) !== null;
  return (
    all
      .filter(({ version }) => gt(version, current.version) && (takesPrereleases || prerelease(version) === null))
      .toSorted((a, b) => compare(b.version, a.version))[0] ?? null
  );
}

export type UpgradeFault = 'upgrade.not_newer' | 'upgrade.outdated';

/** Whether a decision on the version `to` can be taken, by who has seen it as the newer one. */
export function upgradeFault(
  to: string,
  current: NumberedVersion,
  all: readonly NumberedVersion[],
): UpgradeFault | null {
  const newer = newerVersion(current, all);
  if (newer?.id === to) return null;
  const asked = all.find(({ id }) => id === to);
  return newer !== null && asked !== undefined && gt(asked.version, current.version)
    ? 'upgrade.outdated'
    : 'upgrade.not_newer';
}

interface TimedSession {
  readonly date: string;
  readonly startsMinute: number;
  readonly moduleCode: string | null;
}

/** Codes of the modules with a session that has begun. */
export function begunModules(sessions: readonly TimedSession[], now: Date): string[] {
  const begun = sessions.filter(({ date, startsMinute }) => vientianeInstant(date, startsMinute) <= now);
  return [...new Set(begun.flatMap(({ moduleCode }) => moduleCode ?? []))];
}

export interface Held {
  readonly taught: readonly string[];
  readonly opened: readonly string[];
}

/**
 * The pins of a cohort once it has moved on. A test that was opened and that the new version no longer has stays in any case:
 * the results of the class hang on it. `newTests` are the codes of the new version.
 */
export function pinsAfter(
  choice: Exclude<UpgradeChoice, 'stay'>,
  versions: CohortVersions,
  { taught, opened }: Held,
  newTests: readonly string[],
): Pin[] {
  const pin = (kind: Pin['kind'], code: string): Pin => ({ kind, code, versionId: versionOf(versions, kind, code) });
  if (choice === 'all') return opened.filter((code) => !newTests.includes(code)).map((code) => pin('test', code));
  return [...taught.map((code) => pin('module', code)), ...opened.map((code) => pin('test', code))];
}

interface Timed {
  readonly kind: string;
  readonly code: string | null;
  readonly minutes: number;
}

/** Whether a timetable made from one agenda is right for another. */
export function timetableFits(before: readonly Timed[], after: readonly Timed[]): 'same' | 'differs' {
  const times = (agenda: readonly Timed[]) =>
    JSON.stringify(agenda.map(({ kind, code, minutes }) => [kind, code, minutes]));
  return times(before) === times(after) ? 'same' : 'differs';
}
