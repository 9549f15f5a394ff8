import { declareFailures } from '../kernel/failure.js';

export const refuseAccess = declareFailures({
  'access.session_missing': { status: 401, title: 'Sign in first' },
  'access.not_allowed': { status: 403, title: 'You may not do this' },
  'access.sign_in_refused': { status: 401, title: 'The name or the password is not right' },
  'access.code_refused': { status: 401, title: 'This code is not valid, or it was used before' },
  'access.secret_too_short': { status: 422, title: 'The password is too short' },
  'access.secret_too_long': { status: 422, title: 'The password is too long' },
  'access.secret_too_common': { status: 422, title: 'This password is among the most common ones' },
  'access.pin_too_simple': { status: 422, title: 'This PIN is too easy to guess' },
  'access.account_exists': { status: 409, title: 'This person has an account already' },
  'access.user_name_taken': { status: 409, title: 'This user name is taken' },
  'access.account_missing': { status: 404, title: 'This person has no account' },
  'access.last_administrator': { status: 409, title: 'The last administrator cannot be removed' },
});
