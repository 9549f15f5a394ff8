import type { Client } from 'openapi-fetch';

interface Options {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown> };
  body?: unknown;
  parseAs?: 'json' | 'text' | 'blob';
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * What openapi-fetch types, carried out: its own runtime would be a twentieth of a learner's first visit. Every call
 * resolves to `{ data | error, response }`; only a request without any answer rejects.
 */
export function requests<Paths extends {}>(baseUrl: string, fetch: typeof globalThis.fetch): Client<Paths> {
  const verb =
    (method: string) =>
    async (path: string, options: Options = {}) => {
      const response = await fetch(request(baseUrl, method, path, options));
      const isEmpty = response.status === 204 || response.headers.get('content-length') === '0';
      if (isEmpty) return { response };
      if (response.ok) return { data: await response[options.parseAs ?? 'json'](), response };
      return { error: parsed(await response.text()), response };
    };
  const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, verb(method)]);
  return Object.fromEntries(verbs) as unknown as Client<Paths>;
}

function request(baseUrl: string, method: string, path: string, { params, body, headers, signal }: Options): Request {
  const url = new URL(
    baseUrl + path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params?.path?.[name]))),
  );
  for (const [name, value] of Object.entries(params?.query ?? {}))
    for (const one of [value].flat()) if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
  // A form brings its own type with the boundary in it.
  const isJson = body !== undefined && !(body instanceof FormData);
  return new Request(url, {
    method,
    headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as FormData) }),
    ...(signal && { signal }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
