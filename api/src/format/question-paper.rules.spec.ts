import { expect, test } from '@jest/globals';
import { checkCurriculum } from './check.rules.js';
import { sealed, withoutKey } from './question-paper.rules.js';
import { aCurriculum, canaries } from '../../test/sample-curriculum.js';

const questions = checkCurriculum(aCurriculum()).curriculum!.modules[0]!.questions;
const multiple = questions.find(({ type }) => type === 'multiple')!;

test('a paper holds the prompt and the options and nothing that helps to guess', () => {
  const paper = questions.map((question) => withoutKey(sealed(question, 'salt')));
  const text = JSON.stringify(paper);
  for (const secret of [
    canaries.gradedKey,
    canaries.practiceKey,
    'correct',
    'answer',
    'tolerance',
    'rationale',
    'objective',
    '0.25',
    'right-one',
  ])
    expect(text).not.toContain(secret);
  expect(paper.map((question) => Object.keys(question).sort().join())).toEqual([
    'id,options,points,prompt,type',
    'id,points,prompt,type',
    'id,options,points,prompt,scoring,type',
    'id,points,prompt,type',
  ]);
});

test('an option keeps its sealed id from version to version, and has another one on another server', () => {
  const ids = (salt: string) => {
    const question = sealed(multiple, salt);
    return 'options' in question ? question.options.map(({ id }) => id) : [];
  };
  expect(ids('one')).toEqual(ids('one'));
  expect(ids('one')).not.toEqual(ids('two'));
  expect(new Set(ids('one')).size).toBe(3);
  for (const id of ids('one')) expect(id).toMatch(/^[A-Za-z0-9]{8,10}$/);
});

test('options of different questions never share an id, whatever the author called them', () => {
  const other = { ...multiple, id: 'M02-g9' };
  const ids = [multiple, other].flatMap((question) => {
    const closed = sealed(question, 'salt');
    return 'options' in closed ? closed.options.map(({ id }) => id) : [];
  });
  expect(new Set(ids).size).toBe(6);
});
