import { HttpCode, SerializeOptions, applyDecorators, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export const answerKey = 'khou:answer';

export interface AnswerMetadata {
  readonly status: number;
  readonly schema: z.ZodType | null;
  readonly type: string;
}

/** What a route answers with: its status and shape. What the shape does not name is not sent. */
export function Answers(schema: z.ZodType | null, status = schema === null ? 204 : 200): MethodDecorator {
  const answer: AnswerMetadata = { status, schema, type: 'application/json' };
  return applyDecorators(
    HttpCode(status),
    SetMetadata(answerKey, answer),
    ...(schema === null ? [] : [SerializeOptions({ schema })]),
  );
}

/** A route that writes its own bytes: a file, a stream of events, a page stored as JSON text. */
export function AnswersBytes(type: string, status = 200, schema: z.ZodType | null = null): MethodDecorator {
  const answer: AnswerMetadata = { status, schema, type };
  return applyDecorators(HttpCode(status), SetMetadata(answerKey, answer));
}
