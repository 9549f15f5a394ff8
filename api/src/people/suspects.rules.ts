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
 * (the measure of pg_trgm: shared / all), in memory, because five thousand index probes take longer than five thousand sums.
 */
export function suspectFinder<Known extends SuspectFacts>(
  everybody: readonly Known[],
): (facts: SuspectFacts) => Suspect<Known> | null {
  const byName = Map.groupBy(everybody, (one) => one.nameKey);
  const holders = new Map<string, number[]>();
  const sizes = everybody.map((one, index) => {
    const grams = trigrams(one.nameKey);
    for (const gram of grams) {
      const holding = holders.get(gram);
      if (holding) holding.push(index);
      else holders.set(gram, [index]);
    }
    return grams.size;
  });
  const shared = new Uint16Array(everybody.length);

  function similar(facts: SuspectFacts): Suspect<Known> | null {
    const grams = trigrams(facts.nameKey);
    const touched: number[] = [];
    for (const gram of grams)
      for (const index of holders.get(gram) ?? []) {
        if (shared[index] === 0) touched.push(index);
        shared[index] = shared[index]! + 1;
      }
    let best: Suspect<Known> | null = null;
    for (const index of touched) {
      const similarity = shared[index]! / (grams.size + sizes[index]! - shared[index]!);
      shared[index] = 0;
      if (similarity < closeNames || similarity <= (best?.similarity ?? 0)) continue;
      const known = everybody[index]!;
      const related = sameUnit(facts, known) || sameBirthYear(facts, known);
      if ((related || similarity >= nearlyEqualNames) && !bothNumbered(facts, known))
        best = { known, reason: 'similar_name', similarity };
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

/** The share of letter groups that two folded names have in common, 0 to 1. */
export function nameSimilarity(a: string, b: string): number {
  const [first, second] = [trigrams(a), trigrams(b)];
  const shared = [...first].filter((gram) => second.has(gram)).length;
  return shared / (first.size + second.size - shared);
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

function trigrams(key: string): Set<string> {
  const padded = `  ${key} `;
  const grams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start++) grams.add(padded.slice(start, start + 3));
  return grams;
}
