import { clock, day, days, number, percent, weekday } from './format.rules.js';
import { currentLanguage } from './language.svelte.js';

/** The formats in the language of the page; call it while a component is set up. */
export function formats() {
  const language = currentLanguage();
  return {
    day: (when: string | Date) => day(when, language.code),
    days: (from: string | Date, to: string | Date) => days(from, to, language.code),
    weekday: (when: string | Date) => weekday(when, language.code),
    clock,
    number: (n: number, digits?: number) => number(n, language.code, digits),
    percent: (share: number, digits?: number) => percent(share, language.code, digits),
  };
}
