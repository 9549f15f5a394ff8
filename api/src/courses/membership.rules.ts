import type { Scope } from '../access/index.js';
import { type EnrolmentState, seatedStates } from './enrolment-states.rules.js';
import { type TeamRole, teaches } from './team.rules.js';

/** What ties a person to a cohort. */
export interface Ties {
  readonly isPlanner: boolean;
  readonly teamRole: TeamRole | null;
  readonly enrolmentState: EnrolmentState | null;
}

export type Verdict = 'yes' | 'not_allowed' | 'missing';

/** Seeing a cohort as somebody of its team: whoever is not of it does not learn that it exists. */
export function mayRead(scope: Scope | null, { isPlanner, teamRole }: Ties): Verdict {
  if (scope === 'all' || (scope === 'own' && (isPlanner || teamRole !== null))) return 'yes';
  return 'missing';
}

/** Changing a cohort: its lead, its co-trainers and who planned it. Observers of the team see it, so for them it is "not allowed". */
export function mayTeach(scope: Scope | null, ties: Ties): Verdict {
  if (scope === 'all' || (scope === 'own' && (ties.isPlanner || teaches(ties.teamRole)))) return 'yes';
  return scope === 'own' && ties.teamRole !== null ? 'not_allowed' : 'missing';
}

/** Learning in a cohort: whoever has, or had, a seat in it. */
export function mayLearn(scope: Scope | null, { enrolmentState }: Ties): Verdict {
  return scope !== null && enrolmentState !== null && seatedStates.includes(enrolmentState) ? 'yes' : 'missing';
}
