import type { Role, Scope } from '../access/index.js';

export const personActions = ['edit', 'move', 'grant_roles', 'suspend', 'restore', 'print_card'] as const;
export type PersonAction = (typeof personActions)[number];

export interface AccountFacts {
  readonly state: 'invited' | 'active' | 'suspended';
  readonly roles: readonly Role[];
}

export interface Scopes {
  readonly edit: Scope | null;
  readonly manage: Scope | null;
  readonly print: Scope | null;
}

/**
 * Whether somebody with this scope may touch the account. A trainer's reach ends where a person is more than a trainee: a new
 * card sets a new password, so it would open an administrator's account to a trainer.
 */
export function mayTouchAccount(scope: Scope | null, account: AccountFacts | null): boolean {
  if (scope === 'own') return account === null || account.roles.every((role) => role === 'trainee');
  return scope === 'all';
}

/** What may be done with a person, for the buttons of a page. */
export function actionsFor(scopes: Scopes, account: AccountFacts | null): PersonAction[] {
  const manages = mayTouchAccount(scopes.manage, account);
  const may: Record<PersonAction, boolean> = {
    edit: scopes.edit === 'all',
    move: scopes.edit === 'all',
    grant_roles: scopes.manage === 'all',
    suspend: manages && account !== null && account.state !== 'suspended',
    restore: manages && account?.state === 'suspended',
    print_card: mayTouchAccount(scopes.print, account) && account?.state !== 'suspended',
  };
  return personActions.filter((action) => may[action]);
}
