/** A name of the index that is near to the one asked for. */
export interface NearName {
  readonly index: number;
  /** Shared trigrams / all trigrams of the two names, as pg_trgm measures it. */
  readonly similarity: number;
}

/** The share of letter groups that two folded names have in common, 0 to 1. */
export function nameSimilarity(a: string, b: string): number {
  const [first, second] = [trigrams(a), trigrams(b)];
  const shared = first.filter((gram) => second.includes(gram)).length;
  return shared / (first.length + second.length - shared);
}

/**
 * An index of names by trigram: `near(name, least)` gives those whose similarity is at least `least`. Whoever is that near shares
 * `least` of the name's trigrams, so holds at least one of the rarest few: only the holders of those are looked at.
 */
export function nameIndex(names: readonly string[]): (name: string, least: number) => NearName[] {
  const numbers = new Map<string, number>();
  const holders: number[][] = [];
  const gramsOf = names.map((name, index) =>
    trigrams(name).map((gram) => {
      const number = numbers.get(gram) ?? holders.length;
      if (number === holders.length) {
        numbers.set(gram, number);
        holders.push([]);
      }
      holders[number]!.push(index);
      return number;
    }),
  );

  return (name, least) => {
    const wanted = trigrams(name);
    const present = wanted.map((gram) => numbers.get(gram)).filter((number) => number !== undefined);
    const needed = Math.ceil(least * wanted.length);
    const rarest = present
      .toSorted((a, b) => holders[a]!.length - holders[b]!.length)
      .slice(0, Math.max(0, present.length - needed + 1));
    const mine = new Set(present);
    return [...new Set(rarest.flatMap((number) => holders[number]!))].flatMap((index) => {
      const grams = gramsOf[index]!;
      if (grams.length < needed || grams.length * least > wanted.length) return [];
      const shared = grams.filter((number) => mine.has(number)).length;
      const similarity = shared / (wanted.length + grams.length - shared);
      return similarity >= least ? [{ index, similarity }] : [];
    });
  };
}

function trigrams(key: string): string[] {
  const padded = `  ${key} `;
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)))];
}
