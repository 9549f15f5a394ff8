import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Opened } from './sessions.service.js';

export const cookieName = 'khou';

/** The cookie is `Secure` wherever browsers keep such a cookie: on https, and on this very machine. A classroom hub on plain http is the exception (docs/OPERATIONS.md). */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, opened: Opened): void {
  reply.setCookie(cookieName, opened.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(request),
    expires: opened.expiresAt,
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) });
}

function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https' || ['localhost', '127.0.0.1', '[::1]'].includes(request.hostname);
}
