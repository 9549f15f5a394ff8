import type { RequestEvent } from '@sveltejs/kit';

/** What the API puts on the raw request, so that pages rendered here reach it without a socket. */
export interface InProcessApi {
  (init: { method: string; url: string; headers?: Record<string, string>; payload?: string }): Promise<{
    statusCode: number;
    headers: Record<string, string | string[] | number | undefined>;
    body: string;
  }>;
}

/**
 * Answers a request of a load function or an action by calling the API in the same process. The person's cookies go
 * along; cookies the API sets are gathered in `locals` and leave with the page (hooks.server.ts).
 */
export async function inProcess(khou: InProcessApi, event: RequestEvent, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const answer = await khou({
    method: request.method,
    url: url.pathname + url.search,
    headers: headersFor(event, request),
    ...(hasBody(request) && { payload: await request.text() }),
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined) continue;
      if (name.toLowerCase() === 'set-cookie') event.locals.cookies.push(String(one));
      else if (!HOP_BY_HOP.has(name.toLowerCase())) headers.append(name, String(one));
    }
  }
  const body = NO_BODY.has(answer.statusCode) ? null : answer.body;
  return new Response(body, { status: answer.statusCode, headers });
}

const HOP_BY_HOP = new Set(['connection', 'content-length', 'content-encoding', 'keep-alive', 'transfer-encoding']);
const NO_BODY = new Set([204, 205, 304]);

function headersFor(event: RequestEvent, request: Request): Record<string, string> {
  const headers = Object.fromEntries(request.headers);
  const cookie = event.request.headers.get('cookie');
  return {
    ...headers,
    ...(cookie && { cookie }),
    // Kit has compared the Origin of a posted form already; the API checks these two again.
    origin: event.url.origin,
    host: event.url.host,
    'sec-fetch-site': 'same-origin',
    'user-agent': event.request.headers.get('user-agent') ?? '',
    'x-request-id': event.locals.requestId,
  };
}

function hasBody(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}
