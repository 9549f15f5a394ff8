import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, lessonAfter, placeIn, type Lesson } from './lesson.rules.ts';

const lesson = (change: Partial<Lesson> = {}): Lesson => ({
  code: 'M02',
  versionId: '019a9f00-0000-7000-8000-000000000000',
  title: { en: 'x', lo: null },
  minutes: 90,
  sections: ['why', 'how', 'when'],
  finished: [],
  openedAt: null,
  finishedAt: null,
  practice: { answered: 0, correct: 0 },
  download: { en: 9_000, lo: 11_000 },
  ...change,
});

test('what was read here and what the server knows are joined, in the order of the lesson', () => {
  const here = { sections: ['when', 'gone'], openedAt: '2026-10-12T01:00:00Z', finishedAt: null };
  const both = joined(lesson({ finished: ['why'] }), here);
  assert.deepEqual(both.finished, ['why', 'when']);
  assert.equal(both.openedAt, here.openedAt);
  assert.deepEqual(joined(lesson({ finished: ['why'] }), undefined).finished, ['why']);
});

test('a reader goes on at the first part not read, and begins again when all were', () => {
  assert.equal(placeIn(lesson({ finished: ['why', 'when'] })), 1);
  assert.equal(placeIn(lesson({ finished: ['why', 'how', 'when'] })), 0);
});

test('after a lesson comes the next that is not finished, then the one that was left out', () => {
  const done = '2026-10-12T01:00:00Z';
  const lessons = ['M01', 'M02', 'M03', 'M04'].map((code) =>
    lesson({ code, finishedAt: code === 'M03' ? done : null }),
  );
  assert.equal(lessonAfter(lessons, 'M02')?.code, 'M04');
  assert.equal(lessonAfter(lessons, 'M04')?.code, 'M01');
  assert.equal(lessonAfter([lesson()], 'M02'), null);
});
