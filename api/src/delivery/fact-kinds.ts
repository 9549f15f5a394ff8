import type { z } from 'zod';
import type { Actor } from '../access/index.js';
import type { Refused } from '../kernel/failure.js';
import type { Tx } from '../db/queries.js';

/** A kind of fact: its name and the shape of its payload. Declared beside its handler, in `*.facts.ts`. */
export interface FactKind<Payload extends object> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

/** A fact whose envelope and payload are in order, and whose cohort, when it names one, exists. */
export interface SentFact<Payload extends object> {
  readonly id: string;
  readonly actorId: string;
  readonly cohortId: string | null;
  readonly deviceId: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly payload: Payload;
}

/** What became of a fact. An accepted one may carry a code too, when there is something to say about it. */
export interface Outcome {
  readonly verdict: 'accepted' | 'refused';
  readonly code: string | null;
}

export const accepted: Outcome = { verdict: 'accepted', code: null };
export const acceptedWith = (remark: Refused): Outcome => ({ verdict: 'accepted', code: remark.code });
export const refused = (reason: Refused): Outcome => ({ verdict: 'refused', code: reason.code });

/**
 * Applies facts of one kind in the transaction that stores them and says what became of each. A fact it says nothing about is
 * accepted. It must give the same state in whatever order and batches the facts arrive.
 */
export type FactWork<Payload extends object> = (
  tx: Tx,
  facts: readonly SentFact<Payload>[],
  actor: Actor,
) => Promise<ReadonlyMap<string, Outcome>>;

export interface FactHandler {
  readonly kind: FactKind<object>;
  readonly work: FactWork<object>;
}

const declared = new Set<string>();

export function declareFact<Payload extends object>(name: string, payload: z.ZodType<Payload>): FactKind<Payload> {
  if (declared.has(name)) throw new Error(`The fact ${name} is declared twice`);
  declared.add(name);
  return { name, payload };
}

/** The handlers of this program: each declared kind has exactly one, or the program does not start. */
export class FactKinds {
  private readonly handlers = new Map<string, FactHandler>();

  handle<Payload extends object>(kind: FactKind<Payload>, work: FactWork<Payload>): void {
    if (this.handlers.has(kind.name)) throw new Error(`The fact ${kind.name} has two handlers`);
    this.handlers.set(kind.name, { kind, work: work as unknown as FactWork<object> });
  }

  of(name: string): FactHandler | undefined {
    return this.handlers.get(name);
  }

  refuseGaps(): void {
    const without = [...declared].filter((name) => !this.handlers.has(name));
    if (without.length > 0) throw new Error(`These facts have no handler: ${without.join(', ')}`);
  }
}
