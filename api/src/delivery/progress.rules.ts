import { type Placed, byTime } from './facts.rules.js';

/** One step of a reader through a module: opened it, finished a section, or finished it whole. */
export interface Step {
  readonly at: Date;
  readonly section: string | null;
  readonly finishes: boolean;
}

export interface Progress {
  readonly openedAt: Date;
  readonly sections: readonly string[];
  readonly finishedAt: Date | null;
}

/** How far the steps lead, whatever their order: opened at the earliest, finished at the earliest, each section once. */
export function progress(steps: readonly Step[]): Progress {
  const finishes = steps.filter((step) => step.finishes).map((step) => step.at);
  return {
    openedAt: earliest(steps.map((step) => step.at))!,
    sections: [...new Set(steps.flatMap((step) => step.section ?? []))].sort(),
    finishedAt: earliest(finishes),
  };
}

export interface Try extends Placed {
  readonly correct: boolean;
}

/** The first and the last answer to a practice question; what lies between is in the facts. */
export function tries(all: readonly Try[]): { readonly first: Try; readonly last: Try } {
  const inOrder = [...all].sort(byTime);
  return { first: inOrder[0]!, last: inOrder.at(-1)! };
}

function earliest(instants: readonly Date[]): Date | null {
  return instants.length === 0 ? null : new Date(Math.min(...instants.map((at) => at.getTime())));
}
