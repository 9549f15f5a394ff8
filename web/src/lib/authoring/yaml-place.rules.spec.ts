import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from './yaml-place.rules.ts';

const text = `questions:
  - id: M02-p1
    use: practice
    prompt:
      en: "What?"
    options:
      - { id: a, text: { en: "A" }, correct: true }
      - id: b
        text: { en: B }
  - type: case
    id: M02-p2
    parts:
      - id: element
        type: single
        prompt: { en: x }
        options:
          - { id: a, text: { en: y } }
`;

const cases: readonly (readonly [line: number, entry: string | null, path: string])[] = [
  [2, 'M02-p1', ''],
  [3, 'M02-p1', 'use'],
  [5, 'M02-p1', 'prompt.en'],
  [7, 'M02-p1', 'options.a'],
  [9, 'M02-p1', 'options.b.text'],
  [11, 'M02-p2', 'id'],
  [15, 'M02-p2', 'parts.element.prompt'],
  [17, 'M02-p2', 'parts.element.options.a'],
];

for (const [line, entry, path] of cases)
  test(`line ${line} lies in ${entry} at ${path || 'its beginning'}`, () => {
    const found = placeOf(text, line);
    assert.equal(found.entry, entry);
    assert.equal(found.path.join('.'), path);
  });
