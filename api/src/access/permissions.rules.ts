/*
 * Who may do what, on one page. A role either has a permission for everything (`all`), for what is its own (`own`: a trainer's
 * cohorts, a trainee's seat), or not at all. What is not in the table is refused.
 */

export const roles = ['administrator', 'trainer', 'trainee', 'observer'] as const;
export type Role = (typeof roles)[number];
export type Scope = 'all' | 'own';

export const permissions = {
  'session.use': { administrator: 'all', trainer: 'all', trainee: 'all', observer: 'all' },

  'place.read': { administrator: 'all', trainer: 'all', observer: 'all' },
  'place.edit': { administrator: 'all' },
  'person.read': { administrator: 'all', trainer: 'own' },
  'person.edit': { administrator: 'all' },
  'person.import': { administrator: 'all' },
  'account.manage': { administrator: 'all', trainer: 'own' },
  'card.print': { administrator: 'all', trainer: 'own' },

  'programme.read': { administrator: 'all', trainer: 'all', observer: 'all' },
  'programme.edit': { administrator: 'all' },

  'curriculum.read': { administrator: 'all', trainer: 'all', observer: 'all' },
  'curriculum.author': { administrator: 'all', trainer: 'all' },
  'curriculum.publish': { administrator: 'all' },
  'module.read': { administrator: 'all', trainer: 'all', trainee: 'own' },
  'product.read': { administrator: 'all', trainer: 'own', trainee: 'own' },

  'course.read': { administrator: 'all', trainer: 'all', observer: 'all' },
  'course.edit': { administrator: 'all' },
  'cohort.read': { administrator: 'all', trainer: 'own', observer: 'all' },
  'cohort.plan': { administrator: 'all', trainer: 'all' },
  'cohort.edit': { administrator: 'all', trainer: 'own' },
  'enrolment.read': { administrator: 'all', trainer: 'own' },
  'enrolment.edit': { administrator: 'all', trainer: 'own' },

  'learning.read': { trainee: 'own', trainer: 'own' },
  'fact.post': { trainee: 'own', trainer: 'own', administrator: 'all' },
  'attendance.mark': { administrator: 'all', trainer: 'own' },
  'attendance.read': { administrator: 'all', trainer: 'own' },
  'attempt.take': { trainee: 'own' },
  'test.open': { administrator: 'all', trainer: 'own' },
  'result.read': { administrator: 'all', trainer: 'own' },

  'certificate.read': { administrator: 'all', trainer: 'own', trainee: 'own', observer: 'all' },
  'certificate.download': { administrator: 'all', trainer: 'own', trainee: 'own' },
  'certificate.issue': { administrator: 'all' },
  'certificate.revoke': { administrator: 'all' },

  'report.read': { administrator: 'all', observer: 'all' },
  'audit.read': { administrator: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Permission = keyof typeof permissions;

/** The widest scope that any of the roles has for the permission, or null when none has it. */
export function scopeOf(held: readonly Role[], permission: Permission): Scope | null {
  const row: Partial<Record<Role, Scope>> = permissions[permission];
  const scopes = held.map((role) => row[role]);
  if (scopes.includes('all')) return 'all';
  return scopes.includes('own') ? 'own' : null;
}

/** Every permission that the roles have, for a browser that shows only what may be done. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => scopeOf(held, permission) !== null);
}
