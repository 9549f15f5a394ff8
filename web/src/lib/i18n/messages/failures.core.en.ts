import type { FailureCode, FailureParams } from '#lib/api/failure.js';

export type Sentence = (params: FailureParams) => string;

/** What can go wrong for anybody, also without a network: these sentences come with the program. */
export const en = {
  'access.code_refused': () => 'This code is not valid, or it was used before.',
  'access.not_allowed': () => 'Your account is not allowed to do this.',
  'access.pin_too_simple': () => 'This PIN is too easy to guess. Avoid runs such as 123456 and repeated digits.',
  'access.secret_too_common': () => 'This password is among the most common ones. Choose another.',
  'access.secret_too_long': () => 'A password has at most 128 characters.',
  'access.secret_too_short': () => 'Too short: a PIN has 6 to 12 digits, a password at least 8 characters.',
  'access.session_missing': () => 'You are signed out.',
  'access.sign_in_refused': () => 'The user name or the password is not right.',
  'answer.late': () => 'This answer came after the time. Your trainer decides whether it counts.',
  'answer.superseded': () => 'A newer answer to this question is saved already, so this one does not count.',
  'attempt.already_submitted': () => 'The answers were sent before.',
  'attempt.answer_unfit': () => 'The answer does not fit the question.',
  'attempt.none_left': () => 'You have used both attempts at this test.',
  'attempt.not_closed': () => 'The result can be seen when your trainer has closed the test.',
  'attempt.nothing_late': () => 'No late answers wait for a decision here.',
  'attempt.passed_before': () => 'You have passed this test already.',
  'attempt.question_unknown': () => 'Your paper has no such question.',
  'attempt.resit_too_late': () => 'The fourteen days for a second attempt are over.',
  'attempt.submitted': () => 'This answer was given after the test had been sent, so it does not count.',
  'attempt.taken_already': () => 'You have taken this test already.',
  'attempt.unknown': () => 'There is no such attempt.',
  'http.cross_site': () => 'The request came from another site and was not carried out.',
  'http.invalid_input': () => 'Some of what was entered cannot be accepted.',
  'http.not_found': () => 'There is nothing at this address.',
  'http.offline': () => 'There is no connection at the moment.',
  'http.stale': () => 'Somebody changed this in the meantime.',
  'http.too_large': () => 'The file is larger than allowed.',
  'http.too_many_requests': () => 'Too many attempts in a short time.',
  'http.unavailable': () => 'Khou is not ready at the moment.',
  'http.unexpected': () => 'Something went wrong in Khou.',
  'http.unreadable': () => 'The request could not be read.',
  'http.unsupported_type': () => 'This kind of file is not accepted here.',
  'test.already_open': () => 'This test is open already.',
  'test.not_open': () => 'Your trainer has not opened this test.',
  'test.unknown': () => 'There is no such test for you.',
} satisfies Partial<Record<FailureCode, Sentence>>;

export type CoreCode = keyof typeof en;
