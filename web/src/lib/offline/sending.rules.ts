/** A fact as it lies in the outbox and as it is sent. */
export interface Fact {
  id: string;
  kind: string;
  actor: string;
  cohort: string | null;
  deviceSeq: number;
  occurredAt: string;
  payload: Record<string, unknown>;
}

export interface Verdict {
  id: string;
  verdict: 'accepted' | 'refused';
  code: string | null;
}

// A little below what the server takes at once: 200 facts, 256 kB.
const MOST_FACTS = 150;
const MOST_BYTES = 200_000;

/** The first facts, in the order they were made, that go into one request. `most` shrinks when a request was too much. */
export function batch(waiting: readonly Fact[], most = MOST_FACTS): Fact[] {
  const facts: Fact[] = [];
  let bytes = 0;
  for (const fact of waiting.slice(0, most)) {
    bytes += JSON.stringify(fact).length * 3;
    if (facts.length > 0 && bytes > MOST_BYTES) break;
    facts.push(fact);
  }
  return facts;
}

/** Milliseconds until the next try after so many failures: 1, 2, 4 … 60 seconds, spread so that a class does not call in step. */
export function pause(failures: number, random: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.max(0, failures - 1)) * (0.75 + random / 2);
}

export interface Sorted {
  /** Stored by the server: they leave the outbox. */
  done: string[];
  /** Not taken, with the reason: they stay to be shown. */
  refused: { id: string; code: string }[];
  /** Taken, with something to say. */
  remarks: { id: string; code: string }[];
  /** Not answered, or not ours to give up: they are sent again. */
  again: string[];
}

/** What to do with the facts of a batch after the server's answer. */
export function sorted(sent: readonly Fact[], verdicts: readonly Verdict[]): Sorted {
  const answers = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const result: Sorted = { done: [], refused: [], remarks: [], again: [] };
  for (const { id } of sent) {
    const answer = answers.get(id);
    // Of another person means: the session is not the owner's. The fact was not stored and waits for its owner.
    if (!answer || answer.code === 'fact.of_another_person') result.again.push(id);
    else if (answer.verdict === 'refused') result.refused.push({ id, code: answer.code ?? 'http.unexpected' });
    else {
      result.done.push(id);
      if (answer.code) result.remarks.push({ id, code: answer.code });
    }
  }
  return result;
}
