import type { InputIssue } from '../kernel/failure.js';
import { type Fault, gravest } from './fault.rules.js';

/** As many as somebody reads who is refused; the check says all. */
const mostIssues = 200;

/** The errors among faults as the reasons of a refusal. The path is a file and its line: `modules/02-persons/module.md:4`; empty for all of it. */
export function issuesOf(faults: readonly Fault[]): InputIssue[] {
  const errors = faults.filter(({ severity }) => severity === 'error');
  return gravest(errors, mostIssues).map(({ file, line, code, sentence, hint }) => {
    const words = (language: 'en' | 'lo') =>
      hint === null ? sentence[language] : `${sentence[language]} ${hint[language]}`;
    const path = file === '' ? '' : `${file}:${line}`;
    return { path, code, message: words('en'), sentence: { en: words('en'), lo: words('lo') } };
  });
}
