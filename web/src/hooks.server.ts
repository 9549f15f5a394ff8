import { randomUUID } from 'node:crypto';
import type { Handle, HandleFetch, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { inProcess } from '#lib/api/in-process.server.js';
import { fetchEnglish } from '#lib/i18n/english.svelte.js';
import { isLanguage } from '#lib/i18n/language.svelte.js';
import { isTheme } from '#lib/shell/theme.js';

export const init: ServerInit = fetchEnglish;

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, cookies, request } = event;
  const language = cookies.get('lang');
  const theme = cookies.get('theme');
  locals.language = isLanguage(language) ? language : 'lo';
  locals.theme = isTheme(theme) ? theme : 'auto';
  locals.requestId = request.headers.get('x-request-id') ?? randomUUID();
  locals.cookies = [];

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%khou.lang%', locals.language).replace('%khou.theme%', locals.theme),
    // Only the Lao letters are worth a place before everything else; Latin text shows in the fallback meanwhile.
    preload: (file) => (file.type === 'font' ? file.filename.includes('noto-sans-lao-lao') : file.type !== 'asset'),
  });

  for (const cookie of locals.cookies) response.headers.append('set-cookie', cookie);
  response.headers.set('x-request-id', locals.requestId);
  response.headers.set('x-content-type-options', 'nosniff');
  // Not `no-referrer`: with it a browser posts forms with `Origin: null`, which Kit refuses.
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), interest-cohort=()');
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.set('cache-control', 'private, no-cache');
  }
  return response;
};

export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  const khou = event.platform?.req.khou;
  // Without the API in this process (`vite dev`) the request goes out over the network, with the person's cookies.
  return khou ? inProcess(khou, event, request) : overNetwork(event.request, request);
};

export const handleError: HandleServerError = ({ event, error, kind }) => {
  if (kind === 'unknown') console.error(`request ${event.locals.requestId}:`, error);
  const failure = kind === 'app' ? error : null;
  return {
    requestId: failure?.requestId ?? event.locals.requestId,
    language: event.locals.language,
    ...(failure?.code && { code: failure.code, params: failure.params }),
  };
};

function overNetwork(incoming: Request, request: Request): Promise<Response> {
  const cookie = incoming.headers.get('cookie');
  if (cookie) request.headers.set('cookie', cookie);
  return globalThis.fetch(request);
}
