import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { InputIssue } from '../kernel/failure.js';
import { refuseRequest } from './http.failures.js';

interface SchemaIssue {
  readonly message: string;
  readonly code?: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

/** Checks bodies, queries and parameters against the schema that the route names for them; all faults are answered at once. */
export const contractPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) =>
    refuseRequest('http.invalid_input', {}, (issues as readonly SchemaIssue[]).slice(0, 100).map(toInputIssue)),
});

function toInputIssue(issue: SchemaIssue): InputIssue {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return { path, code: issue.code ?? 'invalid', message: issue.message };
}
