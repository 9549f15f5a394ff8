/*
 * Which kind of class a cohort should be: a variant whose id is the name of a class of checkpoints is for people of such posts. It is
 * proposed with its reason, and whoever plans decides.
 */

export interface VariantFacts {
  /** Of the people who come, how many serve at posts of each class; those of no post are left out. */
  readonly posts: readonly { readonly class: string; readonly people: number }[];
  /** The checkpoint that the venue is named after. */
  readonly venue: { readonly class: string } | null;
}

export interface VariantProposal {
  /** Null: the usual class. */
  readonly variant: string | null;
  readonly because: 'people' | 'venue' | 'unknown';
  /** The variant that was weighed, taken or not. */
  readonly weighed: string;
  /** Of so many people with a post, so many serve at one that the variant is for. */
  readonly people: number;
  readonly of: number;
}

/** Who comes decides, not where they meet; the venue is asked while nobody is named. Null for a version that knows one kind of class only. */
export function proposedVariant(
  variants: readonly { readonly id: string }[],
  { posts, venue }: VariantFacts,
): VariantProposal | null {
  const counted = variants.map(({ id }) => ({ id, people: posts.find((post) => post.class === id)?.people ?? 0 }));
  const [most] = counted.toSorted((a, b) => b.people - a.people);
  if (most === undefined) return null;
  const of = posts.reduce((sum, { people }) => sum + people, 0);
  const weighed = { weighed: most.id, people: most.people, of };
  if (of > 0) return { ...weighed, variant: most.people * 2 > of ? most.id : null, because: 'people' };
  if (venue === null) return { ...weighed, variant: null, because: 'unknown' };
  const same = variants.find(({ id }) => id === venue.class);
  return { ...weighed, weighed: same?.id ?? most.id, variant: same?.id ?? null, because: 'venue' };
}
