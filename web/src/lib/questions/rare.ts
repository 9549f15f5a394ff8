export { default as RareQuestion } from './RareQuestion.svelte';
export { judged } from './judging.rules.js';
export { askedInPractice, keyOfPractice } from './practice.rules.js';
export { isComplete } from './several-answers.rules.js';
