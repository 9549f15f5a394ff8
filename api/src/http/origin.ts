import type { FastifyRequest } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something. Browsers say where it comes from (Fetch Metadata, or `Origin` in older ones); a
 * program that says neither carries no cookie of anybody.
 */
export function mayChangeState(request: Pick<FastifyRequest, 'method' | 'headers'>, publicUrl: string): boolean {
  if (safe.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === request.headers.host || origin === new URL(publicUrl).origin;
}
