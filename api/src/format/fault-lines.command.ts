import { join } from 'node:path';
import type { Both } from '../kernel/text.js';
import type { Severity } from './fault-kind.rules.js';
import type { Fault } from './fault.rules.js';

/** The languages of a terminal, English first. The Lao words are drafts until a native speaker has approved them. */
export const faultLanguages = ['en', 'lo'] as const satisfies (keyof Both)[];
export type FaultLanguage = (typeof faultLanguages)[number];

const severities: Readonly<Record<Severity, Both>> = {
  error: { en: 'error', lo: 'ຂໍ້ຜິດພາດ' },
  warning: { en: 'warning', lo: 'ຄຳເຕືອນ' },
  note: { en: 'note', lo: 'ໝາຍເຫດ' },
};
const reader: Both = { en: 'The reader says: ', lo: 'ໂປຣແກຣມອ່ານບອກ: ' };

/** A fault as lines of a terminal: `folder/file:line:column`, what is wrong, what to do. */
export function faultLines(directory: string, fault: Fault, language: FaultLanguage): string {
  const { severity, file, line, column, sentence, hint, detail } = fault;
  return [
    file === '' ? directory : `${join(directory, file)}:${line}:${column}`,
    `  ${severities[severity][language]}: ${sentence[language]}`,
    ...(detail === null ? [] : [`  ${reader[language]}“${detail}”`]),
    ...(hint === null ? [] : [`  ${hint[language]}`]),
  ].join('\n');
}

/** How many of each there are: `2 errors, 1 warnings, 0 notes.` */
export function faultCounts(faults: readonly Pick<Fault, 'severity'>[], language: FaultLanguage): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = faults.filter((fault) => fault.severity === severity).length;
    return language === 'en' ? `${count} ${severity}s` : `${severities[severity].lo} ${count} ຂໍ້`;
  });
  return `${counts.join(', ')}.`;
}
