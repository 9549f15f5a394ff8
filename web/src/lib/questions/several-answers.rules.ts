import { isAnswered, recordIn, type Answer, type ItemAnswer } from './answer.rules.ts';

/** One answer of several put in, or taken out with null; null when none is left. */
export function withAnswer<One extends ItemAnswer>(
  answers: Readonly<Record<string, One>>,
  id: string,
  one: One | null,
): Record<string, One> | null {
  const { [id]: _before, ...others } = answers;
  const next = one === null ? (others as Record<string, One>) : { ...answers, [id]: one };
  return Object.keys(next).length > 0 ? next : null;
}

interface Shape {
  readonly type: string;
  readonly parts?: readonly ({ readonly id: string } & Shape)[];
  readonly rows?: readonly { readonly id: string }[];
}

/** Whether everything was answered: each part of a case, each row of a matching. */
export function isComplete({ parts, rows }: Shape, answer: Answer | undefined): boolean {
  const own = recordIn(answer);
  if (parts) return parts.every((part) => isComplete(part, own[part.id]));
  if (rows) return rows.every((row) => isAnswered(own[row.id]));
  return isAnswered(answer);
}
