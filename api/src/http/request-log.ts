import { pino, type Logger } from 'pino';
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';

/** Structured logs on standard output: one JSON line each, no bodies, no names, no addresses with secrets in them. */
export class RequestLog implements LoggerService {
  private readonly pino: Logger;

  constructor(config: Pick<Config, 'logLevel'>) {
    this.pino = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  /** One line for each answered request: the route's pattern, never its parameters. */
  attach(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request, reply) => {
      const level = reply.statusCode >= 500 ? 'error' : 'debug';
      this.pino[level]({
        id: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
    });
  }

  log(message: unknown, context?: string): void {
    // Nest's own chatter about modules and routes is for debugging.
    const level = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication'].includes(
      context ?? '',
    )
      ? 'debug'
      : 'info';
    this.pino[level]({ context }, String(message));
  }

  error(message: unknown, ...rest: string[]): void {
    this.pino.error({ context: rest.at(-1) }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }
}
