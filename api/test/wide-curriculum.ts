import { canonicalText, pictureOf, type Question, type Source } from '../src/format/index.js';
import { aCurriculum } from './sample-curriculum.js';

/** Words planted in a curriculum that has one of everything, by who may find them. */
export const marks = {
  /** In text, titles, ids, methods and materials that are for trainers, in both languages. */
  trainer: ['ZQHERON', 'zqheron', 'ຊກນົກກະຍາງ'],
  /** In reasons, accepted spellings and authors' ids of graded questions, and its numbers, too long to stand anywhere by chance. */
  key: ['ZQOSPREY', 'zqosprey', 'ຊກນົກອອກ', '271828182845', '0.31415926535897', '577215664901'],
  /** In the words of graded questions: nobody reads them before they are on the own paper. */
  asked: ['ZQASKED', 'ຊກຄຳຖາມ'],
} as const;

export const types = [
  'single',
  'multiple',
  'true-false',
  'number',
  'matching',
  'ordering',
  'short-answer',
  'case',
  'mrz',
  'hotspot',
] as const satisfies readonly Question['type'][];

const outline = `code: wide
version: 1.0.0
title: { en: Wide course, lo: ຫຼັກສູດກວ້າງ }
summary: { en: One of everything., lo: ທຸກຢ່າງໜຶ່ງອັນ }
series: WID
days: 1
languages:
  en: { state: complete }
  lo: { state: draft }
variants:
  - { id: traditional, title: { en: Traditional posts, lo: ດ່ານປະເພນີ } }
modules: [02-persons]
tests: [pre-test, post-test]
blueprints: [main]
agenda:
  - { kind: test, test: pre-test, minutes: 20 }
  - { kind: module, module: M02 }
  - { kind: test, test: post-test, minutes: 20 }
rules: { attendance_percent: 80, pass_percent: 70 }
`;

const practiceIds = types.map((type) => `M02-p-${type}`);

const english = `---
code: M02
title: Persons
minutes: 40
objectives:
  - { id: M02.1, text: Tell an act from a means }
methods: [ZQHERON talk]
materials: [ZQHERON cards]
sources:
  - { id: tip-protocol, text: "Protocol of 2000, Article 3" }
---

## Why this matters {#why minutes=20}

Everyone reads this [tip-protocol].

:::everyone{#why-all title="For all"}
Words for all.
:::

:::trainer{#zqheron-why title="ZQHERON title" minutes=5}
Say ZQHERON slowly, and show ![ZQHERON drawing](images/zqheron.svg).
:::

:::trainer{#zqheron-untranslated skip=traditional}
ZQHERON has no Lao yet.
:::

More for all.

## Cases {#cases minutes=20}

:::activity{#case-wall title="Case wall" minutes=10}
1. Read the cards.

![A card](images/card.svg)
:::

:::trainer{#zqheron-only only=traditional}
ZQHERON at traditional posts.
:::

:::case{#case-waiters title="Ten waiters" only=traditional}
An invented case.
:::

${practiceIds.map((id) => `::question{id=${id}}`).join('\n\n')}

:::key-message{#k-consent}
Consent may not matter.
:::

## At small posts {#small minutes=10 only=traditional}

Only there.

:::trainer{#zqheron-small}
ZQHERON where a post is small.
:::
`;

const lao = `---
title: ບຸກຄົນ
objectives:
  - { id: M02.1, text: ຈຳແນກການກະທຳ }
state: draft
methods: [ຊກນົກກະຍາງ ບັນຍາຍ]
materials: [ຊກນົກກະຍາງ ບັດ]
---

## ເປັນຫຍັງຈຶ່ງສຳຄັນ {#why}

ທຸກຄົນອ່ານ [tip-protocol].

:::everyone{#why-all title="ສຳລັບທຸກຄົນ"}
ຄຳສຳລັບທຸກຄົນ.
:::

:::trainer{#zqheron-why title="ຊກນົກກະຍາງ ຫົວຂໍ້"}
ເວົ້າ ຊກນົກກະຍາງ ຊ້າໆ.
:::
`;

/** The Lao of these was made from other English than stands there now. */
const stale = `units:
  "zqheron-why": "000000000000"
  "why-all": "000000000000"
`;

const words = (en: string, lo: string) => `{ en: "${en}", lo: "${lo}" }`;
const option = (id: string, text: string, right = false) =>
  `{ id: ${id}, text: ${words(text, `ຕົວເລືອກ ${text}`)}${right ? ', correct: true' : ''} }`;

/** What answers a question of each type. `key` stands where only the key may be, `id` begins the ids of what is chosen from. */
function keyOf(type: (typeof types)[number], key: string, keyLao: string, id: string): string[] {
  const number = key === '' ? '18' : '271828182845, tolerance: 0.31415926535897';
  const reason = `rationale: ${words(`${key} reason`, `${keyLao} ເຫດຜົນ`)}`;
  switch (type) {
    case 'single':
      return [reason, `options: [${option(`${id}-right`, 'Deceit', true)}, ${option(`${id}-wrong`, 'Transport')}]`];
    case 'multiple':
      return [
        reason,
        'scoring: partial',
        `options: [${option(`${id}-a`, 'Harbouring', true)}, ${option(`${id}-b`, 'Receipt', true)}, ${option(`${id}-c`, 'Fraud')}]`,
      ];
    case 'true-false':
      return [reason, 'answer: false'];
    case 'number':
      return [reason, `answer: { value: ${number} }`];
    case 'matching':
      return [
        reason,
        'scoring: partial',
        `rows: [{ id: ${id}-r, text: ${words('recruit', 'ຈັດຫາ')}, match: [${id}-act] }, { id: ${id}-d, text: ${words('debt', 'ໜີ້')}, match: [${id}-means] }]`,
        `choices: [${option(`${id}-act`, 'act')}, ${option(`${id}-means`, 'means')}]`,
      ];
    case 'ordering':
      return [
        reason,
        'scoring: partial',
        `steps: [${['greet', 'ask', 'look', 'decide'].map((step) => option(`${id}-${step}`, step)).join(', ')}]`,
      ];
    case 'short-answer':
      return [reason, 'need: 2', `accept: [{ en: ["${key}one"], lo: ["${keyLao}ໜຶ່ງ"] }, { en: ["${key}two"] }]`];
    case 'case':
      return [
        reason,
        'parts:',
        `  - { id: one, type: single, prompt: ${words('Which?', 'ອັນໃດ?')}, options: [${option(`${id}-y`, 'Yes', true)}, ${option(`${id}-n`, 'No')}], ${reason} }`,
        `  - { id: two, type: true-false, prompt: ${words('Is it so?', 'ແມ່ນບໍ?')}, answer: true, ${reason} }`,
      ];
    case 'mrz':
      return [reason, `mrz: { ask: fault, seed: ${key === '' ? 7 : 577_215_664_901} }`];
    case 'hotspot':
      return [
        reason,
        'image: images/card.svg',
        `alt: ${words('A card', 'ບັດ')}`,
        `spots: [{ id: ${id}-photo, label: ${words('photo', 'ຮູບ')}, at: [10, 10, 20, 20], correct: true }, { id: ${id}-name, label: ${words('name', 'ຊື່')}, at: [50, 10, 20, 20] }]`,
      ];
  }
}

function question(id: string, type: (typeof types)[number], form: 'A' | 'B' | null): string {
  const isGraded = form !== null;
  const prompt = isGraded
    ? words(`ZQASKED ${type} ${form}`, `ຊກຄຳຖາມ ${type}`)
    : words(`Practice ${type}`, `ຝຶກ ${type}`);
  const [key, keyLao] = isGraded ? ['ZQOSPREY', 'ຊກນົກອອກ'] : ['', ''];
  const fields = [
    `use: ${isGraded ? 'graded' : 'practice'}`,
    ...(isGraded ? [`form: ${form}`] : []),
    `type: ${type}`,
    'objective: M02.1',
    'level: apply',
    `prompt: ${prompt}`,
    ...keyOf(type, key!, keyLao!, isGraded ? 'zqosprey' : 'free'),
  ];
  return [`  - id: ${id}`, ...fields.map((field) => `    ${field}`)].join('\n');
}

const bank = [
  ...types.map((type) => question(`M02-p-${type}`, type, null)),
  ...(['A', 'B'] as const).flatMap((form) =>
    types.map((type) => question(`M02-g-${form.toLowerCase()}-${type}`, type, form)),
  ),
];

const test = (purpose: 'pre-test' | 'post-test') => `code: ${purpose}
purpose: ${purpose}
title: { en: Test, lo: ແບບທົດສອບ }
minutes: 20
pass_percent: 0
blueprint: main
`;

const drawing = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect x="10" y="10" width="20" height="20" fill="${fill}"/></svg>\n`;

/** Two languages, a variant, ten types of questions in three banks, two tests from a blueprint, a stale text, two pictures. */
export function aWideCurriculum(): Source {
  const base = aCurriculum({
    'curriculum.yaml': outline,
    'modules/02-persons/module.md': english,
    'modules/02-persons/module.lo.md': lao,
    'modules/02-persons/questions.yaml': `questions:\n${bank.join('\n')}\n`,
    'modules/02-persons/translation.lo.yaml': stale,
    'tests/pre-test.yaml': test('pre-test'),
    'tests/post-test.yaml': test('post-test'),
    'blueprints/main.yaml': `code: main\ncells: [{ objective: M02.1, count: ${types.length} }]\n`,
  });
  const pictures = { 'images/card.svg': drawing('#1d2b53'), 'images/zqheron.svg': drawing('#b7791f') };
  return {
    texts: new Map([...base.texts].map(([path, text]) => [path, canonicalText(text)])),
    pictures: new Map(
      Object.entries(pictures).map(([path, text]) => [`modules/02-persons/${path}`, pictureOf(Buffer.from(text))!]),
    ),
  };
}
