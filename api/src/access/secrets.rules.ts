import { searchKey } from '../kernel/text.js';
import type { Role } from './permissions.rules.js';

export type SecretKind = 'password' | 'pin';

export type SecretFault =
  | 'access.secret_too_short'
  | 'access.secret_too_long'
  | 'access.secret_too_common'
  | 'access.pin_too_simple';

/** A person who has no role beyond trainee may use a PIN; everybody else needs a password. */
export function secretKindFor(roles: readonly Role[]): SecretKind {
  return roles.every((role) => role === 'trainee') ? 'pin' : 'password';
}

/**
 * What is wrong with a chosen secret, or null. A PIN is 6 to 12 digits; anything else must hold as a password: 8 to 128
 * characters, no composition rules, not among the common ones (OWASP ASVS 5.0, 6.2).
 */
export function secretFault(
  secret: string,
  kind: SecretKind,
  isCommon: (folded: string) => boolean,
): SecretFault | null {
  if (kind === 'pin' && /^\d{6,12}$/.test(secret)) return isSimplePin(secret) ? 'access.pin_too_simple' : null;
  const length = Array.from(secret).length;
  if (length < 8) return 'access.secret_too_short';
  if (length > 128) return 'access.secret_too_long';
  return isCommon(searchKey(secret)) ? 'access.secret_too_common' : null;
}

/** One digit or pair over and over, or a run up or down. */
function isSimplePin(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  const pairs = new Set(pin.match(/../g));
  return (steps.size === 1 && [0, 1, 9].includes([...steps][0]!)) || pairs.size === 1;
}

const minute = 60_000;
const hour = 60 * minute;

/** How long a session may last and how long it may lie unused, in milliseconds; the strictest role decides. */
export function sessionLimits(roles: readonly Role[]): { absolute: number; idle: number } {
  if (roles.includes('administrator')) return { absolute: 12 * hour, idle: 60 * minute };
  if (roles.includes('observer')) return { absolute: 24 * hour, idle: 4 * hour };
  if (roles.includes('trainer')) return { absolute: 7 * 24 * hour, idle: 36 * hour };
  return { absolute: 14 * 24 * hour, idle: 4 * 24 * hour };
}
