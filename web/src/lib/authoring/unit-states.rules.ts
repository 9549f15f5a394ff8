export const unitStates = ['stale', 'missing', 'unrecorded', 'current'] as const;
export type UnitState = (typeof unitStates)[number];

export const stateTones = { stale: 'warn', missing: 'bad', unrecorded: 'plain', current: 'ok' } as const;

interface Listed {
  readonly unit: string;
  readonly state: UnitState;
}

/** What has to be done stands first: what is older than its English, then what is missing, then what nobody compared. */
export function byUrgency<T extends Listed>(units: readonly T[]): T[] {
  return units.toSorted((a, b) => unitStates.indexOf(a.state) - unitStates.indexOf(b.state));
}

/** The next text that wants work: behind the one that is open, and then from the beginning. */
export function nextUnit(units: readonly Listed[], open: string): string | null {
  const at = units.findIndex(({ unit }) => unit === open);
  const round = [...units.slice(at + 1), ...units.slice(0, Math.max(at, 0))];
  return round.find(({ state }) => state !== 'current')?.unit ?? null;
}
