import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../kernel/failure.js';
import { refuseRequest } from './http.failures.js';
import { toProblem } from './problem.js';

/** Turns whatever was thrown into `application/problem+json`. Only what nobody expected is logged as an error. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (reply.raw.headersSent) return void reply.raw.end();
    const refused = asRefused(thrown);
    if (refused.kind.status >= 500)
      this.log.error(`${request.method} ${request.routeOptions?.url ?? ''} ${request.id}: ${describe(thrown)}`);
    if (refused.code === 'http.too_many_requests')
      reply.header('retry-after', String(refused.params['retryAfterSeconds'] ?? 60));
    reply
      .code(refused.kind.status)
      .type('application/problem+json')
      .send(toProblem(refused, String(request.id)));
  }
}

/** The expected failure that something thrown stands for. */
export function asRefused(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  const status =
    thrown instanceof HttpException ? thrown.getStatus() : ((thrown as { statusCode?: number })?.statusCode ?? 500);
  if (status === 404) return refuseRequest('http.not_found');
  if (status === 413) return refuseRequest('http.too_large');
  if (status === 415) return refuseRequest('http.unsupported_type');
  if (status >= 400 && status < 500) return refuseRequest('http.unreadable');
  if (isUnstorable(thrown)) return refuseRequest('http.unreadable');
  if (isDatabaseGone(thrown)) return refuseRequest('http.unavailable');
  return refuseRequest('http.unexpected');
}

/** Text with U+0000 or half of a surrogate pair, which PostgreSQL does not keep: 22021, and inside JSON 22P05 and 22P02. */
function isUnstorable(thrown: unknown): boolean {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  return code === '22021' || code === '22P05' || (code === '22P02' && /type json/.test(String(message)));
}

/** Class 08 is a broken connection, 57P0x a server going down, 53100 a full disk (PostgreSQL, appendix A). */
function isDatabaseGone(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown })?.code;
  return (
    typeof code === 'string' &&
    (/^(08|57P0|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code))
  );
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
