import { describe, expect, it } from '@jest/globals';
import { cardHelps, cardState, mayPrintIn } from './card.rules.js';

describe('a card', () => {
  it.each([
    ['no account', null, 'none', true],
    ['an account that nobody opened, without a card', { state: 'invited', roles: [], hasCard: false }, 'none', true],
    ['a card that is still good', { state: 'invited', roles: [], hasCard: true }, 'printed', true],
    ['a secret of their own', { state: 'active', roles: [], hasCard: false }, 'used', true],
    ['a suspended account', { state: 'suspended', roles: [], hasCard: true }, null, false],
  ] as const)('of somebody with %s', (_name, account, state, helps) => {
    expect([cardState(account), cardHelps('confirmed', account)]).toEqual([state, helps]);
    expect(cardHelps('withdrawn', account)).toBe(false);
  });

  it('is printed by who may for everybody, and by those who teach the class', () => {
    expect([mayPrintIn('all', null), mayPrintIn('own', 'lead'), mayPrintIn('own', 'co-trainer')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([mayPrintIn(null, 'lead'), mayPrintIn('own', 'observer'), mayPrintIn('own', null)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
