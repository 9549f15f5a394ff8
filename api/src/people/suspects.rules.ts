import { nameIndex } from './near-names.rules.js';

/** What is known of somebody who may be the same person as another. */
export interface SuspectFacts {
  readonly nameKey: string;
  readonly unitId: string | null;
  readonly birthYear: number | null;
  readonly serviceNumberKey: string | null;
}

export type SuspectReason = 'same_name_unit' | 'same_name_birth_year' | 'same_name' | 'similar_name';

export interface Suspect<Known> {
  readonly known: Known;
  readonly reason: SuspectReason;
  /** 0 to 1: the share of letter groups that the two names have in common. */
  readonly similarity: number;
}

/** From here on two names of one unit or birth year are looked at by a person: one or two letters differ. */
const closeNames = 0.6;
/** From here on they are, even when nothing else is known. */
const nearlyEqualNames = 0.85;

/**
 * Finds who on record may be the same person. The same spelling is looked up; near spellings are found by shared trigrams
 * in memory, because five thousand index probes take longer than five thousand sums.
 */
export function suspectFinder<Known extends SuspectFacts>(
  everybody: readonly Known[],
): (facts: SuspectFacts) => Suspect<Known> | null {
  const byName = Map.groupBy(everybody, (one) => one.nameKey);
  // Two service numbers tell two people apart, so a numbered person is near to those without a number only.
  const groups = [true, false].map((numbered) => {
    const people = everybody.filter((one) => (one.serviceNumberKey !== null) === numbered);
    const near = nameIndex(people.map((one) => one.nameKey));
    return { numbered, people, near };
  });

  function similar(facts: SuspectFacts): Suspect<Known> | null {
    let best: Suspect<Known> | null = null;
    for (const { numbered, people, near } of groups) {
      if (numbered && facts.serviceNumberKey !== null) continue;
      for (const { index, similarity } of near(facts.nameKey, closeNames)) {
        const known = people[index]!;
        if (similarity <= (best?.similarity ?? 0)) continue;
        const related = sameUnit(facts, known) || sameBirthYear(facts, known);
        if (related || similarity >= nearlyEqualNames) best = { known, reason: 'similar_name', similarity };
      }
    }
    return best;
  }

  return (facts) => sameName(facts, byName.get(facts.nameKey) ?? []) ?? similar(facts);
}

/** The same name at another post with another service number is another person; without numbers nobody can say. */
export function sameName<Known extends SuspectFacts>(
  facts: SuspectFacts,
  namesakes: readonly Known[],
): Suspect<Known> | null {
  const found = (known: Known | undefined, reason: SuspectReason) => (known ? { known, reason, similarity: 1 } : null);
  return (
    found(
      namesakes.find((known) => sameUnit(facts, known)),
      'same_name_unit',
    ) ??
    found(
      namesakes.find((known) => sameBirthYear(facts, known)),
      'same_name_birth_year',
    ) ??
    found(
      namesakes.find((known) => !bothNumbered(facts, known)),
      'same_name',
    )
  );
}

function sameUnit(a: SuspectFacts, b: SuspectFacts): boolean {
  return a.unitId !== null && a.unitId === b.unitId;
}

function sameBirthYear(a: SuspectFacts, b: SuspectFacts): boolean {
  return a.birthYear !== null && a.birthYear === b.birthYear;
}

/** Both have a service number: they differ, or the two would not be compared by name. */
function bothNumbered(a: SuspectFacts, b: SuspectFacts): boolean {
  return a.serviceNumberKey !== null && b.serviceNumberKey !== null;
}
