import type { Answer } from './answer.rules.js';
import type { Asked } from './asked.rules.js';
import type { Key } from './key.js';

/** `answer`: it is being answered; `result`: what a person answered; `key`: what is right, for the trainer. */
export type View = 'answer' | 'result' | 'key';

/** What the component of each type takes. */
export interface QuestionProps<Type extends Asked['type'] = Asked['type']> {
  asked: Extract<Asked, { type: Type }>;
  answer: Answer;
  view: View;
  /** Once it is there, what was answered is marked. */
  key: Key | null;
  /** What is typed comes letter by letter: whoever saves it waits until the fingers rest. */
  onanswer: (answer: Answer, typed?: boolean) => void;
}
