import { z } from 'zod';
import { Refused } from '../kernel/failure.js';
import { Both } from './contract.js';

/** RFC 9457 problem details with a stable code; the web has a sentence in both languages for each code. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  errors: z.array(
    z.object({
      path: z.string(),
      code: z.string(),
      message: z.string(),
      /** For people to read; null where the web has a sentence for the code. */
      sentence: Both.nullable(),
    }),
  ),
  requestId: z.string(),
});

export type Problem = z.output<typeof Problem>;

export function toProblem(refused: Refused, requestId: string): Problem {
  return {
    type: `urn:khou:${refused.code}`,
    title: refused.kind.title,
    status: refused.kind.status,
    code: refused.code,
    params: { ...refused.params },
    errors: refused.issues.map((issue) => ({ ...issue, sentence: issue.sentence ?? null })),
    requestId,
  };
}
