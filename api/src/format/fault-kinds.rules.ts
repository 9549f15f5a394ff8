import { fieldFaultKinds } from './field-fault-kinds.rules.js';
import { fileFaultKinds } from './file-fault-kinds.rules.js';
import { moduleFaultKinds } from './module-fault-kinds.rules.js';
import { planFaultKinds } from './plan-fault-kinds.rules.js';
import { proseFaultKinds } from './prose-fault-kinds.rules.js';
import { questionFaultKinds } from './question-fault-kinds.rules.js';
import { translationFaultKinds } from './translation-fault-kinds.rules.js';

/** By subject, each kind in one of them. */
export const subjects = [
  fileFaultKinds,
  fieldFaultKinds,
  moduleFaultKinds,
  proseFaultKinds,
  questionFaultKinds,
  planFaultKinds,
  translationFaultKinds,
] as const;

/**
 * Everything that `curricula check` can say, in both languages. Codes are stable; words in braces are filled in by the check.
 * The Lao texts are drafts until a native speaker has approved them.
 */
export const faultKinds = {
  ...fileFaultKinds,
  ...fieldFaultKinds,
  ...moduleFaultKinds,
  ...proseFaultKinds,
  ...questionFaultKinds,
  ...planFaultKinds,
  ...translationFaultKinds,
};

export type FaultCode = keyof typeof faultKinds;
