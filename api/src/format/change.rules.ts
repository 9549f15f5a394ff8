import { compare as compareVersions, parse } from 'semver';
import type { FieldChange } from './changed.js';
import type { SnapshotUnit } from './snapshot.rules.js';

/**
 * How heavy a change is. Wording: the same is said in other words. Teaching: something else is taught, or in another way.
 * Assessment: an answer may earn other marks, or another paper is drawn. Structure: the timetable or what is learnt is another.
 */
export const changeOrder = ['wording', 'teaching', 'assessment', 'structure'] as const;
export type ChangeClass = (typeof changeOrder)[number];

export const bumps = ['patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

/** Below this share of words kept, a text says something else. An estimate: authors see the class before they publish. */
const sameWords = 0.7;

export function textClass(
  kind: SnapshotUnit['kind'],
  state: 'added' | 'removed' | 'changed',
  fields: readonly FieldChange[],
): ChangeClass {
  const english = fields.filter(({ locale }) => locale === 'en');
  /* A translation that is added or mended changes no meaning: the source is the English. */
  if (english.length === 0) return 'wording';
  const heavy: ChangeClass = kind === 'question' ? 'assessment' : 'teaching';
  if (kind === 'title' || kind === 'section') return 'wording';
  if (state !== 'changed') return heavy;
  return english.every(({ pieces }) => kept(pieces) >= sameWords) ? 'wording' : heavy;
}

/** The share of letters that both texts have, of the longer one. */
function kept(pieces: FieldChange['pieces']): number {
  const size = (op: string) => pieces.reduce((sum, piece) => sum + (piece.op === op ? piece.text.trim().length : 0), 0);
  const same = size('same');
  const longest = same + Math.max(size('added'), size('removed'));
  return longest === 0 ? 1 : same / longest;
}

/** The least step of the version number that says as much as the change does; below 1.0.0 structure is a minor step too. */
export function neededBump(change: ChangeClass | 'none', from: string): Bump {
  if (change === 'none' || change === 'wording') return 'patch';
  return change === 'structure' && parse(from)!.major > 0 ? 'major' : 'minor';
}

/** The step from one version number to a greater one. */
export function bumpOf(from: string, to: string): Bump {
  const [old, fresh] = [parse(from)!, parse(to)!];
  if (fresh.major > old.major) return 'major';
  return fresh.minor > old.minor ? 'minor' : 'patch';
}

/** Does the number say less than the change is? */
export function understates(from: string, to: string, change: ChangeClass | 'none'): boolean {
  return compareVersions(to, from) > 0 && bumps.indexOf(bumpOf(from, to)) < bumps.indexOf(neededBump(change, from));
}

/** The number that the change asks for. */
export function proposedVersion(from: string, change: ChangeClass | 'none'): string {
  const { major, minor, patch } = parse(from)!;
  const bump = neededBump(change, from);
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
