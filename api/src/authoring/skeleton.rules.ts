import type { ModuleInput, NewCurriculum } from './drafts.contract.js';

/** The files of a new curriculum: small, and without an error, so that the first preview and check already work. */
export function newCurriculum({ code, titleEn, titleLo, series, days }: NewCurriculum): Map<string, string> {
  const first: ModuleInput = { code: 'M01', folder: '01-first-module', titleEn: 'First module', titleLo: 'ໂມດູນທີໜຶ່ງ' };
  const outline = `# The format of all these files: curricula/README.md.
code: ${code}
version: 0.1.0
title: ${inBoth(titleEn, titleLo)}
summary: ${inBoth('What this course is for.', null)}
series: ${series}
days: ${days}
languages:
  en: { state: draft }
  lo: { state: draft }
modules:
  - ${first.folder}
tests:
  - post-test
agenda:
  - { kind: opening, minutes: 30, title: ${inBoth('Opening', 'ເປີດ')} }
  - { kind: module, module: ${first.code} }
  - { kind: test, test: post-test }
  - { kind: closing, minutes: 30, title: ${inBoth('Closing', 'ປິດ')} }
rules: { attendance_percent: 80, pass_percent: 70 }
`;
  const test = `code: post-test
purpose: post-test
title: ${inBoth('Post-test', 'ແບບທົດສອບຫຼັງຝຶກອົບຮົມ')}
minutes: 20
pass_percent: 70
draw:
  - { module: ${first.code}, count: 1 }
`;
  return new Map([['curriculum.yaml', outline], ...newModule(first), ['tests/post-test.yaml', test]]);
}

/** The files of a new module, with one of everything that a module needs. */
export function newModule({ code, folder, titleEn, titleLo }: ModuleInput): Map<string, string> {
  const base = `modules/${folder}`;
  const english = `---
code: ${code}
title: ${quoted(titleEn)}
minutes: 30
objectives:
  - { id: ${code}.1, text: Say what participants can do afterwards }
methods: [short talk]
materials: [flip chart]
sources: []
---

## Why this matters {#why minutes=10}

What participants read.

:::trainer{#why-notes}
What the trainer says, asks and watches for.
:::

## Practice {#practice minutes=20}

:::activity{#first-activity title="Activity" minutes=15}
1. The steps of the activity.
2. The debrief.
:::

::question{id=${code}-p1}

:::key-message{#k-first}
One sentence to remember.
:::
`;
  const lao = `---
title: ${quoted(titleLo ?? '')}
state: draft
---
`;
  const questions = `questions:
  - id: ${code}-p1
    use: practice
    type: single
    objective: ${code}.1
    level: understand
    prompt: { en: "A question with one right answer?", lo: null }
    options:
      - { id: a, text: { en: The right answer, lo: null }, correct: true }
      - { id: b, text: { en: A wrong answer, lo: null } }
    rationale: { en: Why it is right., lo: null }
  - id: ${code}-g1
    use: graded
    type: true-false
    objective: ${code}.1
    level: remember
    prompt: { en: A statement that is true., lo: null }
    answer: true
    rationale: { en: Why it is true., lo: null }
`;
  return new Map([
    [`${base}/module.md`, english],
    ...(titleLo === null ? [] : [[`${base}/module.lo.md`, lao] as const]),
    [`${base}/questions.yaml`, questions],
  ]);
}

export function inBoth(en: string, lo: string | null): string {
  return `{ en: ${quoted(en)}, lo: ${lo === null ? 'null' : quoted(lo)} }`;
}

/** A JSON string is a YAML string. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
