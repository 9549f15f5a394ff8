import type { components } from './schema.js';

/** The codes of the API, and the one that only a browser can tell. */
export type FailureCode = components['schemas']['FailureCode'] | 'http.offline';
export type FailureParams = Readonly<components['schemas']['Problem']['params']>;

/** One field the server could not accept; `path` is dotted, as in the body that was sent. */
export interface FieldFault {
  path: string;
  code: string;
  message: string;
  /** For people, in both languages; null where this program has the words for the code. */
  sentence: { en: string; lo: string } | null;
}

/** An expected refusal: a stable code the screens have a sentence for, never a stack. */
export interface Failure {
  code: FailureCode;
  /** HTTP status; 0 when no answer came at all. */
  status: number;
  params: FailureParams;
  errors: readonly FieldFault[];
  requestId: string | null;
}

/** The fault of one field of a form, if the server found one. */
export function faultAt(failure: Pick<Failure, 'errors'> | null | undefined, path: string): FieldFault | undefined {
  return failure?.errors.find((fault) => fault.path === path);
}

/** The failure in an answer that was not OK; an answer that is no problem+json is an unexpected one. */
export function failureOf(response: Response, body: unknown): Failure {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Failure>;
  return {
    code: typeof problem.code === 'string' ? problem.code : 'http.unexpected',
    status: response.status,
    params: problem.params ?? {},
    errors: Array.isArray(problem.errors) ? problem.errors : [],
    requestId: problem.requestId ?? response.headers.get('x-request-id'),
  };
}

/** The session has ended: of age, or elsewhere. */
export const signedOut: Failure = {
  code: 'access.session_missing',
  status: 401,
  params: {},
  errors: [],
  requestId: null,
};

export function offlineFailure(): Failure {
  return { code: 'http.offline', status: 0, params: {}, errors: [], requestId: null };
}
