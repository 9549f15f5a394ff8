import type { Module } from '../format/index.js';
import type { ListedFileInput, NewTest } from './listed-files.contract.js';
import { inBoth } from './skeleton.rules.js';

/** What a new file can take from the draft it comes into. */
export interface SkeletonFacts {
  /** Those that can be read, in teaching order. */
  readonly modules: readonly Pick<Module, 'code' | 'objectives' | 'questions'>[];
  readonly passPercent: number;
}

/** A new test, blueprint, rubric or survey: small, and as right as the draft allows; the check says what it lacks. */
export function newListedFile(input: ListedFileInput, facts: SkeletonFacts): string {
  if (input.list === 'tests') return newTest(input, facts);
  if (input.list === 'blueprints') return newBlueprint(input.code, facts);
  const titled = `code: ${input.code}\ntitle: ${inBoth(input.titleEn, input.titleLo)}\n`;
  return titled + (input.list === 'rubrics' ? rubric : survey);
}

/** One graded question of each module that has any. */
function newTest({ code, titleEn, titleLo, purpose, blueprint }: NewTest, { modules, passPercent }: SkeletonFacts) {
  const graded = modules.filter(({ questions }) => questions.some(({ use }) => use === 'graded'));
  const drawn = (graded.length > 0 ? graded : modules.slice(0, 1)).slice(0, 60).map((module) => module.code);
  const draw = (drawn.length > 0 ? drawn : ['M01']).map((module) => `  - { module: ${module}, count: 1 }\n`);
  return `code: ${code}
purpose: ${purpose}
title: ${inBoth(titleEn, titleLo)}
minutes: ${blueprint === null ? Math.max(10, 2 * draw.length) : 30}
pass_percent: ${purpose === 'pre-test' ? 0 : passPercent}
${blueprint === null ? `draw:\n${draw.join('')}` : `blueprint: ${blueprint}\n`}`;
}

/** One question for each objective that both forms have a question of. */
function newBlueprint(code: string, { modules }: SkeletonFacts) {
  const objectives = modules.flatMap((module) => module.objectives.map(({ id }) => id));
  const has = (form: 'A' | 'B') =>
    new Set(
      modules.flatMap(({ questions }) => questions.filter((one) => one.form === form).map((one) => one.objective)),
    );
  const [a, b] = [has('A'), has('B')];
  const both = [...new Set(objectives)].filter((id) => a.has(id) && b.has(id)).slice(0, 200);
  const cells = (both.length > 0 ? both : [objectives[0] ?? 'M01.1']).map(
    (objective) => `  - { objective: ${objective}, count: 1 }\n`,
  );
  return `code: ${code}\ncells:\n${cells.join('')}`;
}

const rubric = `scale: { from: 1, to: 4 }
criteria:
  - id: R1
    title: ${inBoth('Objectives and opening', 'ຈຸດປະສົງ ແລະ ການເປີດບົດຮຽນ')}
    low: ${inBoth('What the lowest mark looks like.', null)}
    middle: ${inBoth('What a competent trainer does.', null)}
    high: ${inBoth('What the highest mark looks like.', null)}
    least: 2
rules: { mean: 3.0 }
minutes: { lesson: 20, feedback: 15 }
`;

const survey = `scale:
  from: 1
  to: 5
  low: ${inBoth('I disagree completely', 'ບໍ່ເຫັນດີທີ່ສຸດ')}
  high: ${inBoth('I agree completely', 'ເຫັນດີທີ່ສຸດ')}
statements:
  - { id: useful, text: ${inBoth('What we learned is useful for the work at my post.', 'ສິ່ງທີ່ໄດ້ຮຽນເປັນປະໂຫຍດຕໍ່ວຽກຢູ່ດ່ານຂອງຂ້ອຍ.')} }
comments:
  - { id: change, text: ${inBoth('What should we change for the next course?', 'ພວກເຮົາຄວນປ່ຽນຫຍັງ ສຳລັບຫຼັກສູດຄັ້ງຕໍ່ໄປ?')} }
`;
