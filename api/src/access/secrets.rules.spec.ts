import { describe, expect, it } from '@jest/globals';
import { secretFault, secretKindFor, sessionLimits } from './secrets.rules.js';

const isCommon = (folded: string) => folded === 'password1';

describe('a chosen secret', () => {
  it.each([
    ['pin', '271828', null],
    ['pin', '111111', 'access.pin_too_simple'],
    ['pin', '123456', 'access.pin_too_simple'],
    ['pin', '987654', 'access.pin_too_simple'],
    ['pin', '121212', 'access.pin_too_simple'],
    ['pin', '1234', 'access.secret_too_short'],
    ['pin', 'a longer phrase', null],
    ['password', '271828', 'access.secret_too_short'],
    ['password', 'Password1', 'access.secret_too_common'],
    ['password', 'ລະຫັດຂອງຂ້ອຍ', null],
    ['password', 'x'.repeat(129), 'access.secret_too_long'],
    ['password', 'x y'.repeat(40), null],
  ] as const)('as %s, "%s" is judged %s', (kind, secret, fault) => {
    expect(secretFault(secret, kind, isCommon)).toBe(fault);
  });

  it('may be a PIN only for somebody who is nothing but a trainee', () => {
    expect(secretKindFor(['trainee'])).toBe('pin');
    expect(secretKindFor(['trainee', 'trainer'])).toBe('password');
  });
});

it('gives the shortest session to the role that can do most', () => {
  expect(sessionLimits(['trainee', 'administrator']).idle).toBeLessThan(sessionLimits(['trainer']).idle);
  expect(sessionLimits(['trainer']).idle).toBeLessThan(sessionLimits(['trainee']).idle);
});
