import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOnPaper } from './paper.rules.ts';
import { askedInPractice, mixed } from './practice.rules.ts';

const steps = ['greet', 'ask', 'look', 'decide'].map((id) => ({ id, text: id }));
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const fields = { id: 'M01-p1', objective: 'M01.1', points: 1, prompt: '?', rationale: '!' };

test('steps are mixed alike at every visit, and never stand in their right order', () => {
  for (let n = 0; n < 300; n++) {
    const shown = idsOf(mixed(steps, `M01-p${n}`));
    assert.notDeepEqual(shown, idsOf(steps));
    assert.deepEqual(shown, idsOf(mixed(steps, `M01-p${n}`)));
    assert.deepEqual(shown.toSorted(), idsOf(steps).toSorted());
  }
});

test('every order but the right one comes up, none much more often than another', () => {
  const three = steps.slice(0, 3);
  const seen = new Map<string, number>();
  for (let n = 0; n < 600; n++) {
    const order = idsOf(mixed(three, `q${n}`)).join();
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  assert.equal(seen.size, 5);
  assert.ok(Math.min(...seen.values()) > 60, [...seen].join('; '));
});

test('a practice question is shown without what marks it', () => {
  const asked = askedInPractice({
    ...fields,
    type: 'matching',
    scoring: 'partial',
    rows: [
      { id: 'r1', text: 'one', match: ['c1'] },
      { id: 'r2', text: 'two', match: ['c2'] },
    ],
    choices: [
      { id: 'c1', text: 'A' },
      { id: 'c2', text: 'B' },
    ],
  });
  assert.deepEqual(asked, {
    id: 'M01-p1',
    prompt: { text: '?' },
    type: 'matching',
    scoring: 'partial',
    rows: [
      { id: 'r1', text: 'one' },
      { id: 'r2', text: 'two' },
    ],
    choices: [
      { id: 'c2', text: 'B' },
      { id: 'c1', text: 'A' },
    ],
  });
});

test('a paper is shown in the order that it came in, and what is not translated says that it is English', () => {
  const asked = askedOnPaper(
    {
      id: 'M01-g1',
      points: 1,
      prompt: { en: 'Order', lo: 'ລຽງ' },
      type: 'ordering',
      scoring: 'partial',
      steps: [
        { id: 's2', text: { en: 'two', lo: null } },
        { id: 's1', text: { en: 'one', lo: 'ໜຶ່ງ' } },
      ],
    },
    'lo',
  );
  assert.deepEqual(asked, {
    id: 'M01-g1',
    prompt: { text: 'ລຽງ' },
    type: 'ordering',
    scoring: 'partial',
    steps: [
      { id: 's2', text: 'two', lang: 'en' },
      { id: 's1', text: 'ໜຶ່ງ' },
    ],
  });
});
