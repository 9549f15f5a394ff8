import { type CallHandler, type ExecutionContext, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refuseRequest } from '../http/http.failures.js';

class BodyLimit implements NestInterceptor {
  constructor(private readonly bytes: number) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const length = Number(context.switchToHttp().getRequest<FastifyRequest>().headers['content-length']);
    // Without a length the comparison is false too: a body of unknown size is not read further.
    if (!(length <= this.bytes)) throw refuseRequest('http.too_large');
    return next.handle();
  }
}

/** A tighter bound for one route than the server's own. */
export const BodyAtMost = (bytes: number) => UseInterceptors(new BodyLimit(bytes));
