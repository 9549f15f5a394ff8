import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canonicalText } from '../src/format/index.js';
import type { Source } from '../src/format/index.js';

/** Words planted where only trainers, or nobody, may find them. */
export const canaries = {
  trainer: 'HERON',
  trainerLao: 'ນົກກະຍາງ',
  trainerId: 'kingfisher',
  gradedKey: 'OSPREY',
  practiceKey: 'SWALLOW',
};

const files: Readonly<Record<string, string>> = {
  'curriculum.yaml': `code: sample
version: 0.1.0
title: { en: Sample course, lo: ຫຼັກສູດຕົວຢ່າງ }
summary: { en: "A small course, for tests.", lo: ຫຼັກສູດນ້ອຍ }
series: SMP
days: 1
languages:
  en: { state: complete }
  lo: { state: draft }
modules: [02-persons]
tests: [post-test]
agenda:
  - { kind: opening, minutes: 15, title: { en: Opening, lo: ເປີດ } }
  - { kind: module, module: M02 }
  - { kind: test, test: post-test, minutes: 20 }
rules: { attendance_percent: 80, pass_percent: 70 }
`,
  'modules/02-persons/module.md': `---
code: M02
title: "Persons: act and means"
minutes: 30
objectives:
  - { id: M02.1, text: Tell an act from a means }
methods: [short talk]
materials: [cards]
sources:
  - { id: tip-protocol, text: "Protocol of 2000, Article 3" }
---

## Why this matters {#why minutes=10}

At 10:30 the bus arrives: an act:means pair [tip-protocol], :tbc[to be confirmed by DoI].

:::trainer{#kingfisher-notes}
Say HERON slowly.
:::

Then the group of ຄູ goes on.

## Cases {#cases minutes=20}

:::activity{#case-wall title="Case wall" minutes=15}
1. Read the cards.
2. Sort them.

| act | means |
| --- | --- |
| move | deceive |
:::

:::case{#case-waiters title="Ten waiters"}
An invented case.
:::

::question{id=M02-p1}

:::key-message{#k-consent}
Consent may not matter.
:::
`,
  'modules/02-persons/module.lo.md': `---
title: ບຸກຄົນ
objectives:
  - { id: M02.1, text: ຈຳແນກການກະທຳ }
state: draft
methods: [ບັນຍາຍສັ້ນ]
materials: [ບັດ]
---

## ເປັນຫຍັງຈຶ່ງສຳຄັນ {#why}

ເວລາ 10:30 ລົດມາຮອດ [tip-protocol] the bus arrives.

:::trainer{#kingfisher-notes}
ເວົ້າ ນົກກະຍາງ ຊ້າໆ.
:::

ແລ້ວກຸ່ມສືບຕໍ່.

## ກໍລະນີ {#cases}

:::activity{#case-wall title="ຝາກໍລະນີ"}
ອ່ານບັດ.
:::

::question{id=M02-p1}

:::key-message{#k-consent}
ການຍິນຍອມອາດບໍ່ສຳຄັນ.
:::
`,
  'modules/02-persons/questions.yaml': `questions:
  - id: M02-p1
    use: practice
    type: single
    objective: M02.1
    level: understand
    prompt: { en: Which one is a means?, lo: ອັນໃດແມ່ນວິທີ? }
    options:
      - { id: right-one, text: { en: Deceit, lo: ການຫຼອກລວງ }, correct: true }
      - { id: wrong-one, text: { en: Transport, lo: ການຂົນສົ່ງ } }
    rationale: { en: "SWALLOW: deceit is a means.", lo: ການຫຼອກລວງແມ່ນວິທີ }
  - id: M02-g1
    use: graded
    type: number
    objective: M02.1
    level: remember
    prompt: { en: "A child is below which age?", lo: ເດັກແມ່ນອາຍຸຕ່ຳກວ່າຈັກປີ? }
    answer: { value: 18, tolerance: 0.25 }
    rationale: { en: "OSPREY: Article 3.", lo: ມາດຕາ 3 }
  - id: M02-g2
    use: graded
    type: multiple
    scoring: partial
    objective: M02.1
    level: apply
    points: 2
    prompt: { en: Choose the acts, lo: ເລືອກການກະທຳ }
    options:
      - { id: a, text: { en: Transport, lo: ການຂົນສົ່ງ }, correct: true }
      - { id: b, text: { en: Recruitment, lo: ການຈັດຫາ }, correct: true }
      - { id: c, text: { en: Deceit, lo: ການຫຼອກລວງ } }
    rationale: { en: "OSPREY: two are acts.", lo: ສອງອັນແມ່ນການກະທຳ }
  - id: M02-g3
    use: graded
    type: true-false
    objective: M02.1
    level: remember
    prompt: { en: A border is always crossed, lo: ຂ້າມແດນສະເໝີ }
    answer: false
    rationale: { en: OSPREY, lo: ບໍ່ສະເໝີ }
`,
  'tests/post-test.yaml': `code: post-test
purpose: post-test
title: { en: Post-test, lo: ແບບທົດສອບຫຼັງຝຶກອົບຮົມ }
minutes: 20
pass_percent: 70
draw: [{ module: M02, count: 2 }]
`,
};

/** What a change does to a file: new text, a replacement in it, or null to leave the file out. */
export type Change = string | null | readonly [from: string, to: string];

/** A small curriculum without a fault, and with the given changes. */
export function aCurriculum(changes: Readonly<Record<string, Change>> = {}): Source {
  return {
    texts: new Map(Object.entries(changed(changes)).map(([path, text]) => [path, canonicalText(text)])),
    pictures: new Map(),
  };
}

/** The same as text by path, to be written to a folder. */
export function changed(changes: Readonly<Record<string, Change>>): Record<string, string> {
  const result: Record<string, string> = { ...files };
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete result[path];
    else if (typeof change === 'string') result[path] = change;
    else {
      const before = result[path];
      if (before === undefined || !before.includes(change[0])) throw new Error(`${path} does not hold “${change[0]}”`);
      result[path] = before.replace(change[0], () => change[1]);
    }
  }
  return result;
}

/** The same on disk, below a temporary folder that the spec removes. */
export async function aCurriculumFolder(changes: Readonly<Record<string, Change>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khou-curriculum-'));
  for (const [path, text] of Object.entries(changed(changes))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
