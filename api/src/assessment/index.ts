export { AssessmentModule } from './assessment.module.js';
export { AttemptRow, ResponseRow, TestWindowRow } from './assessment.rows.js';
export { AttemptsService } from './attempts.service.js';
export { WindowsService } from './windows.service.js';
export { ResultsService } from './results.service.js';
export { type MarkedAttempt } from './results.store.js';
export { attemptsForAnswers, saveAnswers } from './answers.store.js';
export { type Answer, type ItemAnswer } from './answer.rules.js';
export { rightAnswer } from './right-answer.rules.js';
