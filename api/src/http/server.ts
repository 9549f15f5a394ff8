import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { LoggerService, Type, DynamicModule } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { refuseRequest } from './http.failures.js';
import { mayChangeState } from './origin.js';
import { toProblem } from './problem.js';
import type { RequestLog } from './request-log.js';
import { mountWeb } from './web.mount.js';

export interface ServerOptions {
  readonly config: Config;
  readonly logger: LoggerService | false;
  readonly requestLog?: RequestLog;
  /** The built web program's handler; null serves the API alone (tests). */
  readonly webHandler: string | null;
}

/** The whole program behind one port: Nest's routes first, then the web. Not listening yet. */
export async function aServer(
  module: Type | DynamicModule,
  { config, logger, requestLog, webHandler }: ServerOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: (_address, hop) => hop < config.trustedProxies,
    bodyLimit: 1_048_576,
    requestIdHeader: false,
    genReqId: () => randomUUID().slice(0, 13),
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // Nest parses JSON itself; a form is the web's business.
    multipart: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger, abortOnError: false });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  await fastify.register(cookie);
  await fastify.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
  });
  await fastify.register(compress, {
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    // At 5 a list of lessons is a tenth smaller than at the usual 4 and takes no longer; from 9 on it takes fifty times as long.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  await fastify.register(multipart, { limits: { fileSize: 20 * 1_048_576, files: 1, fields: 20, fieldSize: 100_000 } });
  guardOrigin(fastify, config);
  lightenJson(fastify);
  if (requestLog) requestLog.attach(fastify);
  fastify.all('/api/*', (request, reply) => {
    void reply
      .code(404)
      .type('application/problem+json')
      .send(toProblem(refuseRequest('http.not_found'), request.id));
  });
  if (webHandler !== null) await mountWeb(fastify, webHandler);
  await app.init();
  return app;
}

function guardOrigin(fastify: FastifyInstance, config: Config): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!mayChangeState(request, config.publicUrl))
      return reply
        .code(403)
        .type('application/problem+json')
        .send(toProblem(refuseRequest('http.cross_site'), request.id));
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

/** What tells a browser how to treat a document; an answer that is read by a program is none. */
const forDocuments = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** The headers of a small answer weigh as much as what it says. JSON keeps those that guard what is read from elsewhere. */
function lightenJson(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/') || !isJson(reply.getHeader('content-type'))) return;
    for (const name of forDocuments) reply.raw.removeHeader(name);
  });
}

function isJson(type: unknown): boolean {
  return typeof type === 'string' && /^application\/(problem\+)?json\b/.test(type);
}
