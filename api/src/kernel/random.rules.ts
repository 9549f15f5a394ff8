/**
 * Random numbers from a seed, the same on every machine: the 32-bit generator of a linear congruence, mixed (PCG, M. O'Neill
 * 2014, output function XSH-RR in the 64/32 variant).
 */
export function randomFrom(seed: string): () => number {
  const mask = (1n << 64n) - 1n;
  let state = 0xcbf29ce484222325n;
  for (const unit of seed) state = ((state ^ BigInt(unit.codePointAt(0)!)) * 0x100000001b3n) & mask;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & mask;
    const mixed = Number((((state >> 18n) ^ state) >> 27n) & 0xffffffffn);
    const turn = Number(state >> 59n);
    return (((mixed >>> turn) | (mixed << (-turn & 31))) >>> 0) / 2 ** 32;
  };
}

/** The list in a random order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
