import { expect, it } from '@jest/globals';
import { type AccountFacts, type Scopes, actionsFor } from './actions.rules.js';

const administrator: Scopes = { edit: 'all', manage: 'all', print: 'all' };
const trainer: Scopes = { edit: null, manage: 'own', print: 'own' };
const trainee: AccountFacts = { state: 'active', roles: ['trainee'] };
const colleague: AccountFacts = { state: 'active', roles: ['trainee', 'trainer'] };

it.each<[string, Scopes, AccountFacts | null, string]>([
  ['an administrator with a person without account', administrator, null, 'edit move grant_roles print_card'],
  ['an administrator with a trainee', administrator, trainee, 'edit move grant_roles suspend print_card'],
  [
    'an administrator with a suspended one',
    administrator,
    { ...trainee, state: 'suspended' },
    'edit move grant_roles restore',
  ],
  ['a trainer with a trainee', trainer, trainee, 'suspend print_card'],
  ['a trainer with a person without account', trainer, null, 'print_card'],
  ['a trainer with a colleague', trainer, colleague, ''],
])('%s', (_, scopes, account, expected) => {
  expect(actionsFor(scopes, account).join(' ')).toBe(expected);
});
