/*
 * The life of a cohort: planned → running → closed, or cancelled with a reason. What may be done in which state is this table
 * and nothing else; answers carry it as `allowed`.
 */

export const cohortStates = ['planned', 'running', 'closed', 'cancelled'] as const;
export type CohortState = (typeof cohortStates)[number];

export const cohortActions = [
  'edit',
  'team',
  'replan',
  'upgrade',
  'session',
  'enrol',
  'open',
  'close',
  'cancel',
] as const;
export type CohortAction = (typeof cohortActions)[number];

const allowedIn: Record<CohortState, readonly CohortAction[]> = {
  planned: ['edit', 'team', 'replan', 'upgrade', 'session', 'enrol', 'open', 'cancel'],
  running: ['edit', 'team', 'upgrade', 'session', 'enrol', 'close', 'cancel'],
  closed: [],
  cancelled: [],
};

/** What the state allows to somebody who may edit the cohort. */
export function cohortAllows(state: CohortState): readonly CohortAction[] {
  return allowedIn[state];
}

export interface OpeningFacts {
  readonly state: CohortState;
  readonly seatsTaken: number;
}

/** A class opens when somebody will sit in it. */
export function openingFault({ state, seatsTaken }: OpeningFacts): 'cohort.wrong_state' | 'cohort.empty' | null {
  if (!cohortAllows(state).includes('open')) return 'cohort.wrong_state';
  return seatsTaken === 0 ? 'cohort.empty' : null;
}

export interface ClosureFacts {
  readonly state: CohortState;
  readonly endsOn: string;
}

/** A class closes on its last day or later: certificates rest on it. `today` is a day in Vientiane. */
export function closureFault(
  { state, endsOn }: ClosureFacts,
  today: string,
): 'cohort.wrong_state' | 'cohort.not_over' | null {
  if (!cohortAllows(state).includes('close')) return 'cohort.wrong_state';
  return today < endsOn ? 'cohort.not_over' : null;
}
