import { factsOf, type ModuleFacts } from './module-facts.rules.js';

/** A module that people wrote by hand, with comments and a field that nobody knows. */
export const english = `---
# Kept by the team.
code: M02
title: "Persons: act and means"   # short
minutes: 30
level: basic
objectives:
  # The first one is asked most.
  - { id: M02.1, text: Tell an act from a means }
  - { id: M02.2, text: "Name the purposes", verb: name }
methods: [short talk, case work]
materials:
  - cards   # in three colours
  - tape
sources:
  - { id: tip-protocol, text: "Protocol of 2000, Article 3" }
---

## Why {#why minutes=10}  

Text with a space at its end. [tip-protocol]
`;
export const lao = `---
title: ບຸກຄົນ
state: draft # not read yet
objectives:
  - { id: M02.1, text: ຈຳແນກ }
  - { id: M09.1, text: ເກົ່າ }
methods: [ບັນຍາຍ, case work]
---

## ເປັນຫຍັງ {#why}
`;

export function read(en = english, lo: string | null = lao, current: readonly string[] = []): ModuleFacts {
  const found = factsOf(en, lo, (unit) => current.includes(unit));
  if ('file' in found) throw new Error(JSON.stringify(found));
  return found;
}

export const facts = read();

export const objective = (n: number, en: string, lo = '') => ({ id: `M02.${n}`, text: { en, lo } });
export const [first, second] = facts.objectives as [ModuleFacts['objectives'][0], ModuleFacts['objectives'][0]];
export const [protocol] = facts.sources as [ModuleFacts['sources'][0]];
