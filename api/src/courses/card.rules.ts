import type { Scope } from '../access/index.js';
import type { AccountFacts } from '../people/index.js';
import type { EnrolmentState } from './enrolment-states.rules.js';
import { type TeamRole, teaches } from './team.rules.js';

export const cardStates = ['none', 'printed', 'used'] as const;
export type CardState = (typeof cardStates)[number];

export interface CardFacts extends AccountFacts {
  /** Whether a printed card waits to be used and is still good. */
  readonly hasCard: boolean;
}

/**
 * What a person can come in with. A seat opens no account: a printed card does, and whoever used one has a secret of their
 * own. Null: the account is suspended, and no card helps.
 */
export function cardState(account: CardFacts | null): CardState | null {
  if (account?.state === 'suspended') return null;
  if (account?.state === 'active') return 'used';
  return account?.hasCard ? 'printed' : 'none';
}

/** Who may print cards for people of a cohort: whoever may for everybody, and its lead and co-trainers. */
export function mayPrintIn(scope: Scope | null, teamRole: TeamRole | null): boolean {
  return scope === 'all' || (scope === 'own' && teaches(teamRole));
}

/** Whether a card helps one of them: who left is out of reach, and a suspended account opens with none. */
export function cardHelps(state: EnrolmentState, account: CardFacts | null): boolean {
  return state !== 'withdrawn' && account?.state !== 'suspended';
}
