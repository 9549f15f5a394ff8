export const teamRoles = ['lead', 'co-trainer', 'observer', 'resource'] as const;
export type TeamRole = (typeof teamRoles)[number];

export interface TeamMember {
  readonly personId: string;
  readonly role: TeamRole;
}

/** Somebody answers for the class: exactly one lead, and nobody twice. */
export function teamFault(team: readonly TeamMember[]): 'team.one_lead' | 'team.twice' | null {
  if (team.filter(({ role }) => role === 'lead').length !== 1) return 'team.one_lead';
  return new Set(team.map(({ personId }) => personId)).size < team.length ? 'team.twice' : null;
}

/** Leads and co-trainers run the class; observers watch it and resource persons come for a part. */
export function teaches(role: TeamRole | null): boolean {
  return role === 'lead' || role === 'co-trainer';
}

/** Who has to be there all the time, so that a second class at the same hour is a clash. A resource person comes for one session. */
export function isBound(role: TeamRole): boolean {
  return role !== 'resource';
}
