/*
 * A seat, from nomination to the end: nominated → confirmed → completed or incomplete; waiting when the class is full;
 * withdrawn with a reason. A person who withdrew may be nominated again.
 */

export const enrolmentStates = ['nominated', 'confirmed', 'waiting', 'withdrawn', 'completed', 'incomplete'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

export const enrolmentActions = ['confirm', 'withdraw', 'nominate'] as const;
export type EnrolmentAction = (typeof enrolmentActions)[number];

const allowedIn: Record<EnrolmentState, readonly EnrolmentAction[]> = {
  nominated: ['confirm', 'withdraw'],
  waiting: ['confirm', 'withdraw'],
  confirmed: ['withdraw'],
  withdrawn: ['nominate'],
  completed: [],
  incomplete: [],
};

export function enrolmentAllows(state: EnrolmentState): readonly EnrolmentAction[] {
  return allowedIn[state];
}

/** Who has a seat, now or when the class closed. */
export const seatedStates: readonly EnrolmentState[] = ['confirmed', 'completed', 'incomplete'];

export interface SeatFacts {
  readonly seats: number;
  readonly taken: number;
}

export interface Seating<Wish> {
  readonly confirmed: readonly Wish[];
  readonly waiting: readonly Wish[];
}

/**
 * Who of those asked for gets a seat, in the order given. Without `orWait` it is all or nobody: null says that there are too
 * few seats. Nobody can overtake the waiting list, because a seat that frees is given to it at once.
 */
export function seating<Wish>(
  asked: readonly Wish[],
  { seats, taken }: SeatFacts,
  orWait: boolean,
): Seating<Wish> | null {
  const free = Math.max(0, seats - taken);
  if (asked.length > free && !orWait) return null;
  return { confirmed: asked.slice(0, free), waiting: asked.slice(free) };
}

/** Who moves up from the waiting list, which is given in its order. */
export function movedUp<Wish>(waiting: readonly Wish[], { seats, taken }: SeatFacts): readonly Wish[] {
  return waiting.slice(0, Math.max(0, seats - taken));
}
