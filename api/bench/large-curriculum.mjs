// A curriculum as large as one may ever become, made up of the same few sentences: what is measured is the amount.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sentences = [
  [
    'The officer compares the papers with the person and asks an open question.',
    'ເຈົ້າໜ້າທີ່ທຽບເອກະສານກັບຄົນ ແລະ ຖາມຄຳຖາມເປີດ.',
  ],
  ['Write down what you saw and heard, and who was told of it.', 'ບັນທຶກສິ່ງທີ່ທ່ານເຫັນ ແລະ ໄດ້ຍິນ ແລະ ໄດ້ແຈ້ງໃຫ້ໃຜ.'],
  [
    'One sign is a reason to ask; several together are a reason to act.',
    'ສັນຍານດຽວແມ່ນເຫດຜົນທີ່ຈະຖາມ; ຫຼາຍອັນພ້ອມກັນແມ່ນເຫດຜົນທີ່ຈະລົງມື.',
  ],
  ['Nobody is sent back before somebody has asked what the person fears.', 'ບໍ່ມີໃຜຖືກສົ່ງກັບ ກ່ອນມີຄົນຖາມວ່າຄົນນັ້ນຢ້ານຫຍັງ.'],
];
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect x="0" y="0" width="300" height="200" fill="#faf7f0"/><rect x="20" y="30" width="80" height="100" fill="#1d2b53"/><rect x="120" y="40" width="150" height="20" fill="#b7791f"/></svg>\n`;

/** Writes a folder with so many modules and questions, of every type and in both languages; `curricula check` finds no error in it. */
export function writeLargeCurriculum(folder, { modules, questions, version = '1.0.0', code = 'large' }) {
  const codes = Array.from({ length: modules }, (_, index) => `M${String(index + 1).padStart(3, '0')}`);
  const folders = codes.map((each) => `${each.slice(1)}-lesson`);
  codes.forEach((module, index) => {
    const path = join(folder, 'modules', folders[index]);
    mkdirSync(join(path, 'images'), { recursive: true });
    const share = Math.floor(questions / modules) + (index < questions % modules ? 1 : 0);
    writeFileSync(join(path, 'module.md'), lesson(module, 'en'));
    writeFileSync(join(path, 'module.lo.md'), lesson(module, 'lo'));
    writeFileSync(join(path, 'questions.yaml'), bank(module, share));
    writeFileSync(join(path, 'images', 'page.svg'), picture);
  });
  mkdirSync(join(folder, 'tests'), { recursive: true });
  mkdirSync(join(folder, 'blueprints'), { recursive: true });
  const cells = codes.slice(0, 200).map((module) => `  - { objective: ${module}.1, count: 1 }`);
  writeFileSync(join(folder, 'blueprints', 'main.yaml'), `code: main\ncells:\n${cells.join('\n')}\n`);
  for (const purpose of ['pre-test', 'post-test'])
    writeFileSync(join(folder, 'tests', `${purpose}.yaml`), paper(purpose));
  writeFileSync(join(folder, 'curriculum.yaml'), outline({ code, version, codes, folders }));
}

function outline({ code, version, codes, folders }) {
  return `code: ${code}
version: ${version}
title: ${both('A very large course', 'ຫຼັກສູດໃຫຍ່ຫຼາຍ')}
summary: ${both(...sentences[0])}
series: LRG
days: 30
languages:
  en: { state: complete }
  lo: { state: draft }
modules:
${folders.map((each) => `  - ${each}`).join('\n')}
tests: [pre-test, post-test]
blueprints: [main]
agenda:
  - { kind: opening, minutes: 30, title: ${both('Opening', 'ພິທີເປີດ')} }
  - { kind: test, test: pre-test }
${codes.map((each) => `  - { kind: module, module: ${each} }`).join('\n')}
  - { kind: test, test: post-test }
rules: { attendance_percent: 80, pass_percent: 70 }
`;
}

function paper(purpose) {
  return `code: ${purpose}
purpose: ${purpose}
title: ${both('Test', 'ແບບທົດສອບ')}
minutes: 60
pass_percent: ${purpose === 'pre-test' ? 0 : 70}
blueprint: main
`;
}

function lesson(module, locale) {
  const at = locale === 'en' ? 0 : 1;
  const text = (index) => sentences[index % sentences.length][at];
  const word = (en, lo) => [en, lo][at];
  const minutes = (count) => (locale === 'en' ? ` minutes=${count}` : '');
  const objectives = [1, 2, 3].map((number) => `  - { id: ${module}.${number}, text: "${text(number)}" }`).join('\n');
  const front =
    locale === 'en'
      ? `code: ${module}\ntitle: "Lesson ${module}"\nminutes: 20\nobjectives:\n${objectives}\nmethods: [short talk]\nmaterials: [cards]\nsources:\n  - { id: training-manual, text: "A manual" }`
      : `title: "ບົດ ${module}"\nobjectives:\n${objectives}\nmethods: [ບັນຍາຍສັ້ນ]\nmaterials: [ບັດ]\nstate: draft`;
  const paragraphs = (from) =>
    [0, 1, 2, 3, 4, 5, 6]
      .map((index) => `${text(from + index)} ${text(from + index + 1)} ${text(from + index + 2)}`)
      .join('\n\n');
  const places = practice.map((id) => `::question{id=${module}-p${id}}`).join('\n\n');
  return `---
${front}
---

## ${word('Why this matters', 'ເປັນຫຍັງຈຶ່ງສຳຄັນ')} {#why${minutes(8)}}

${paragraphs(0)}${locale === 'en' ? ' [training-manual]' : ''}

![${word('A page of a document', 'ໜ້າເອກະສານ')}](images/page.svg)

:::key-message{#remember}
${text(2)}
:::

:::trainer{#why-notes}
**${word('Ask.', 'ຖາມ.')}** ${text(3)}

- ${text(0)}
- ${text(1)}
:::

## ${word('Practice', 'ຝຶກຫັດ')} {#practice${minutes(12)}}

:::activity{#cards title="${word('Cards', 'ບັດ')}"${minutes(10)}}
1. ${text(1)}
2. ${text(2)}
3. ${text(3)}

${paragraphs(1)}
:::

${places}
`;
}

/** The practice questions that stand on a page, by number. */
const practice = [1, 2, 3];

function bank(module, count) {
  const lines = ['questions:'];
  for (let index = 0; index < count; index++) {
    const isPractice = index < practice.length;
    const id = isPractice ? `p${practice[index]}` : `g${index}`;
    /* The first objective is in both forms of the test, once each. */
    const form = index === 3 ? '\n    form: A' : index === 4 ? '\n    form: B' : '';
    const objective = index === 3 || index === 4 ? 1 : 1 + (index % 3);
    lines.push(`  - id: ${module}-${id}
    use: ${isPractice ? 'practice' : 'graded'}${form}
    objective: ${module}.${objective}
    level: apply
    prompt: ${said(index)}
    ${kinds[index % kinds.length](index)}
    rationale: ${said(index + 1)}`);
  }
  return `${lines.join('\n')}\n`;
}

const listed = (count, more) =>
  Array.from({ length: count }, (_, index) => `      - { id: o${index}, text: ${numbered(index)}${more(index)} }`).join(
    '\n',
  );
const options = (rights) => `options:\n${listed(4, (index) => (index < rights ? ', correct: true' : ''))}`;
const kinds = [
  () => `type: single\n    ${options(1)}`,
  () => `type: multiple\n    scoring: partial\n    ${options(2)}`,
  () => `type: true-false\n    answer: true`,
  () =>
    `type: matching\n    rows:\n${listed(3, (index) => `, match: [o${index}]`)}\n    choices:\n${listed(3, () => '')}`,
  () => `type: ordering\n    steps:\n${listed(4, () => '')}`,
  () => `type: number\n    answer: { value: 12, tolerance: 1 }`,
  () => `type: short-answer\n    accept:\n      - { en: [passport, travel document], lo: [ໜັງສືຜ່ານແດນ, ພາສປອດ] }`,
  (index) => `type: mrz\n    mrz: { ask: digit, field: number, seed: ${index + 1} }`,
  () =>
    `type: hotspot\n    image: images/page.svg\n    alt: ${both('A page', 'ໜ້າເອກະສານ')}\n    spots:\n      - { id: photo, label: ${both('photograph', 'ຮູບ')}, at: [20, 30, 80, 100], correct: true }\n      - { id: number, label: ${both('number', 'ເລກ')}, at: [120, 40, 150, 20] }`,
  () =>
    `type: case\n    parts:\n      - { id: first, type: true-false, answer: true, prompt: ${said(1)}, rationale: ${said(2)} }\n      - { id: second, type: number, answer: { value: 3 }, prompt: ${said(2)}, rationale: ${said(3)} }`,
];

function said(index) {
  return both(...sentences[index % sentences.length]);
}

function numbered(index) {
  const [en, lo] = sentences[index % sentences.length];
  return both(`${en} (${index})`, `${lo} (${index})`);
}

function both(en, lo) {
  return `{ en: ${JSON.stringify(en)}, lo: ${JSON.stringify(lo)} }`;
}
