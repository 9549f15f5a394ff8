import { describe, expect, it } from '@jest/globals';
import { type Placement, placement } from './postings.rules.js';

const at = (id: string, validFrom: string, validTo: string | null = null) => ({ id, validFrom, validTo });

describe('a person who is moved', () => {
  it.each<[string, ReturnType<typeof at>[], string, Partial<Placement>]>([
    ['for the first time', [], '2026-10-12', { shortened: null, validTo: null }],
    [
      'leaves the old unit the day before',
      [at('a', '2020-01-01')],
      '2026-10-12',
      { shortened: { id: 'a', validTo: '2026-10-11' }, validTo: null },
    ],
    [
      'after a gap changes nothing before it',
      [at('a', '2020-01-01', '2020-12-31')],
      '2026-10-12',
      { shortened: null, validTo: null },
    ],
    [
      'in the past stays until the next posting',
      [at('a', '2026-01-01')],
      '2020-01-01',
      { shortened: null, validTo: '2025-12-31' },
    ],
    [
      'within a closed posting takes over its end',
      [at('a', '2020-01-01', '2022-12-31'), at('b', '2024-01-01')],
      '2021-01-01',
      { shortened: { id: 'a', validTo: '2020-12-31' }, validTo: '2022-12-31' },
    ],
    [
      'on the day a posting began corrects it',
      [at('a', '2026-10-12')],
      '2026-10-12',
      { replaces: 'a', shortened: null },
    ],
  ])('%s', (_, postings, from, expected) => {
    expect(placement(postings, from)).toMatchObject(expected);
  });
});
