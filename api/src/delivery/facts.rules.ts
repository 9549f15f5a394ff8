const minute = 60_000;
const day = 86_400_000;

/** How far a device's clock may run ahead, and how long a fact may lie on a device, before its time looks odd. */
export const clockLimits = { ahead: 5 * minute, behind: 90 * day } as const;

export interface FactTimes {
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** Whether the device's clock cannot be right. The time is kept as it was sent; the fact is only flagged. */
export function isClockOdd({ occurredAt, recordedAt }: FactTimes): boolean {
  const behind = recordedAt.getTime() - occurredAt.getTime();
  return behind < -clockLimits.ahead || behind > clockLimits.behind;
}

/**
 * The instant a fact is compared by. A clock that runs ahead does not win over everything that comes after it: such a fact
 * counts from the moment the server received it.
 */
export function effectiveInstant({ occurredAt, recordedAt }: FactTimes): Date {
  return occurredAt.getTime() - recordedAt.getTime() > clockLimits.ahead ? recordedAt : occurredAt;
}

export interface Placed {
  readonly at: Date;
  readonly factId: string;
}

/** The order of two facts about the same thing: by time, and by id where the times are the same. Never zero for two facts. */
export function byTime(a: Placed, b: Placed): number {
  return a.at.getTime() - b.at.getTime() || (a.factId < b.factId ? -1 : a.factId > b.factId ? 1 : 0);
}
