import { plural } from '../format.rules.js';

export const en = {
  beforeTest: [
    'The time begins when you begin.',
    'Every answer is saved on this phone at once, and sent when there is a signal.',
    'You can change an answer until you send the test.',
  ],
  testNeedsSignal:
    'To begin the test a signal is needed once, to fetch the questions. After that it works without one.',
  questionOf: (n: number, all: number) => `Question ${n} of ${all}`,
  goToQuestion: (n: number, answered: boolean) => `Question ${n}, ${answered ? 'answered' : 'not answered'}`,
  nextQuestion: 'Next question',
  review: 'Look over the answers',
  reviewTitle: 'Before you send',
  reviewLead: (answered: number, all: number) => `${answered} of ${all} questions answered`,
  open: 'Not answered',
  answered: 'Answered',
  submit: 'Send the test',
  submitOpen: (n: number) =>
    plural(n, { one: 'One question has no answer yet.', other: `${n} questions have no answer yet.` }),
  sentTitle: 'The test is sent',
  closedTitle: 'Your trainer has closed the test',
  closedText:
    'What you answered before that counts. Answers that came later are kept, and your trainer decides about them.',
  sentHere: 'The test is finished on this phone',
  sentText: 'You see the result when your trainer closes the test.',
  sentHereText:
    'It has not reached the server yet. Keep this phone until it says that everything is sent; do not sign out.',
  timeLeft: 'Time remaining',
  timeLeftOf: (minutes: number) => plural(minutes, { one: '1 minute left', other: `${minutes} minutes left` }),
  timeUp: 'The time is over',
  timeUpText: 'Your answers are handed in as they stand.',
  yourAnswer: 'Your answer',
  noAnswer: 'No answer',
  why: 'Why',

  results: 'Results',
  resultsLead: 'Results are shown when your trainer has closed the test.',
  noResults: 'No results yet',
  noResultsText: 'After a test your result stands here.',
  attempt: (n: number) => `Attempt ${n}`,
  score: 'Score',
  passed: 'Passed',
  notPassed: 'Not passed',
  needed: (percent: string) => `${percent} needed`,
  points: (points: string, of: string) => `${points} of ${of} points`,
  byObjective: 'By learning objective',
  byQuestion: 'Question by question',
  noQuestions:
    'The questions of a pre-test are not shown, because colleagues may still get the same ones. After the post-test you see each with its reason.',
  waitsForClose: 'Waits for the trainer',
  lateWaits: 'Some answers came after the time. Your trainer decides whether they count.',
  lateCounts: 'Answers that came after the time count: your trainer accepted them.',
};
