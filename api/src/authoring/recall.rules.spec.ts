import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Source } from '../format/index.js';
import { Recall } from './recall.rules.js';

let read: string[];
let recall: Recall<string>;

/** Ten letters a module, of which three are remembered. */
beforeEach(() => {
  read = [];
  recall = new Recall((source, folder) => {
    read.push(folder);
    return source.texts.get(`modules/${folder}/module.md`) ?? '';
  }, 30);
});

const draft = (texts: Record<string, string>): Source => ({
  texts: new Map(Object.entries(texts).map(([folder, text]) => [`modules/${folder}/module.md`, text.padEnd(10)])),
  pictures: new Map(),
});

describe('a draft that is read again and again', () => {
  it('reads only the modules that changed', () => {
    const reader = recall.of('one');
    for (const text of ['a', 'a', 'b'])
      for (const folder of ['01', '02']) reader(draft({ '01': text, '02': 'x' }), folder, true);
    expect(read).toEqual(['01', '02', '01']);
    expect(reader(draft({ '01': 'b' }), '01', true).trim()).toBe('b');
  });

  it('reads a module again when Lao is expected of it, or not any more', () => {
    for (const hasLao of [true, false, false]) recall.of('one')(draft({ '01': 'a' }), '01', hasLao);
    expect(read).toEqual(['01', '01']);
  });

  it('is not taken for another with modules of the same names', () => {
    expect(
      recall
        .of('one')(draft({ '01': 'a' }), '01', true)
        .trim(),
    ).toBe('a');
    expect(
      recall
        .of('two')(draft({ '01': 'b' }), '01', true)
        .trim(),
    ).toBe('b');
  });

  it('forgets what was used longest ago when it is too much together', () => {
    const all = draft({ '01': 'a', '02': 'b', '03': 'c', '04': 'd' });
    const reader = recall.of('one');
    for (const folder of ['01', '02', '03', '01', '04', '01', '03', '02']) reader(all, folder, true);
    expect(read).toEqual(['01', '02', '03', '04', '02']);
  });

  it('keeps the last module however large it is', () => {
    const large = draft({ '01': 'a'.repeat(100) });
    for (let time = 0; time < 3; time += 1) recall.of('one')(large, '01', true);
    expect(read).toEqual(['01']);
  });
});
