import { declareFailures } from '../kernel/failure.js';

export const refuseAssessment = declareFailures({
  'test.unknown': { status: 404, title: 'There is no such test' },
  'test.not_open': { status: 409, title: 'The trainer has not opened this test' },
  'test.already_open': { status: 409, title: 'This test is open already' },
  'attempt.unknown': { status: 404, title: 'There is no such attempt' },
  'attempt.taken_already': { status: 409, title: 'This test was taken since it was opened' },
  'attempt.none_left': { status: 409, title: 'No attempt is left' },
  'attempt.passed_before': { status: 409, title: 'This test was passed before' },
  'attempt.resit_too_late': { status: 409, title: 'The time to sit this test again is over' },
  'attempt.not_closed': { status: 409, title: 'The result can be seen when the test is closed' },
  'attempt.submitted': { status: 409, title: 'The attempt was sent before this answer was given' },
  'attempt.already_submitted': { status: 409, title: 'The attempt was sent before' },
  'attempt.question_unknown': { status: 404, title: 'The paper has no such question' },
  'attempt.answer_unfit': { status: 422, title: 'The answer does not fit the question' },
  'attempt.nothing_late': { status: 409, title: 'No late answers wait for a decision' },
  'answer.superseded': { status: 409, title: 'A newer answer to this question counts' },
  'answer.late': { status: 409, title: 'The answer came after the time; the trainer decides whether it counts' },
});
