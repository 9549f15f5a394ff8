import { browser } from '$app/env';
import { error } from '@sveltejs/kit';
import { noteAnswer, noteConnection } from './connection.svelte.js';
import { failureOf, offlineFailure, type Failure } from './failure.js';
import { requests } from './request.js';
import type { paths } from './schema.js';

/** Either the data or the reason why there is none. */
export type Answer<T> = { data: T; failure: null } | { data: null; failure: Failure };

/** What a load function or an action has at hand; in the browser nothing is needed. */
export interface ApiCaller {
  fetch: typeof fetch;
  url: URL;
}

/** The typed client. Give it the event of a load or an action, so that the server calls the API in process. */
export function api(caller?: ApiCaller) {
  // On the server a Request needs an absolute address; reading `url` in a browser load would tie the load to it.
  const origin = browser ? location.origin : (caller?.url.origin ?? '');
  return requests<paths>(origin, caller?.fetch ?? globalThis.fetch);
}

type Fetched<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/** Awaits a call of the client and turns each way of failing into a value: `const { data, failure } = await ask(…)`. */
export async function ask<T>(call: Fetched<T>): Promise<Answer<T>> {
  try {
    const { data, error: problem, response } = await call;
    const failure = response.ok ? null : failureOf(response, problem);
    noteAnswer(response, failure?.code);
    if (failure) return { data: null, failure };
    return { data: data as T, failure: null };
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    noteConnection(false);
    return { data: null, failure: offlineFailure() };
  }
}

/** For load functions: the data, or the error page with the sentence of the failure. */
export async function need<T>(call: Fetched<T>): Promise<T> {
  const { data, failure } = await ask(call);
  if (failure) raise(failure);
  return data;
}

/** Shows the error page for a failure. Kit accepts 400 to 599 only, so "no network" is shown as 503. */
export function raise(failure: Failure): never {
  const { code, params, requestId } = failure;
  error(failure.status || 503, { message: code, code, params, requestId });
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
