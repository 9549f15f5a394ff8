import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import type { FastifyInstance, InjectOptions } from 'fastify';

type WebHandler = (request: IncomingMessage, response: ServerResponse, next: (fault?: Error) => void) => void;

const WORKER = '/service-worker.js';

/** How a page rendered here asks the API without a trip through the network. */
export type InProcessCall = (init: {
  method: string;
  url: string;
  headers?: Record<string, string>;
  payload?: string;
}) => Promise<{
  statusCode: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
}>;

/** Hands everything that no route of the API takes to the built SvelteKit handler, on the raw request and response. */
export async function mountWeb(fastify: FastifyInstance, handlerPath: string): Promise<void> {
  // Kit reads these at import; the values it sees are set below from what Fastify trusts.
  process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto';
  process.env['HOST_HEADER'] ??= 'x-forwarded-host';
  const compressed = compression();
  const { handler } = (await import(pathToFileURL(handlerPath).href)) as { handler: WebHandler };
  await fastify.register(async (web) => {
    web.removeAllContentTypeParsers();
    web.addContentTypeParser('*', (_request, _payload, done) => done(null));
    web.all('/*', (request, reply) => {
      const raw = request.raw as IncomingMessage & { khou?: InProcessCall };
      raw.headers['x-forwarded-proto'] = request.protocol;
      raw.headers['x-forwarded-host'] = request.host;
      raw.headers['x-request-id'] = request.id;
      raw.khou = (init) => inProcess(fastify, init, request.ip);
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value as string);
      reply.hijack();
      const answer = (fault?: Error) => {
        reply.raw.statusCode = fault ? 500 : 404;
        reply.raw.end();
      };
      const serve = () => handler(raw, reply.raw, answer);
      // Kit serves its built files compressed; the pages it renders it sends as they are.
      if (!isBuildFile(request.url)) return compressed(raw as never, reply.raw as never, serve);
      sayLittle(reply.raw, request.url);
      serve();
    });
  });
}

function isBuildFile(url: string): boolean {
  return url.startsWith('/_app/') || url === WORKER;
}

/**
 * A build file is no document, and what guards pages would only weigh on it: on a first visit as much as a small file.
 * In HTTP/1.1 a connection stays open unasked; what never changes under its name is never asked for again.
 */
function sayLittle(response: ServerResponse, url: string): void {
  // The requests of a worker go by its own referrer policy.
  const kept = url === WORKER ? ['x-content-type-options', 'referrer-policy'] : ['x-content-type-options'];
  for (const name of response.getHeaderNames()) if (!kept.includes(name)) response.removeHeader(name);
  response.removeHeader('connection');
  const surplus = url.startsWith('/_app/immutable/') ? ['accept-ranges', 'etag'] : ['accept-ranges'];
  const writeHead = response.writeHead.bind(response) as typeof send;
  const send = (status: number, headers: OutgoingHttpHeaders = {}): ServerResponse =>
    writeHead(status, Object.fromEntries(Object.entries(headers).filter(([name]) => !surplus.includes(name))));
  response.writeHead = send as ServerResponse['writeHead'];
}

async function inProcess(fastify: FastifyInstance, init: Parameters<InProcessCall>[0], address: string) {
  const options: InjectOptions = { method: init.method as 'GET', url: init.url, remoteAddress: address };
  if (init.headers) options.headers = init.headers;
  if (init.payload !== undefined) options.payload = init.payload;
  const answer = await fastify.inject(options);
  return { statusCode: answer.statusCode, headers: answer.headers, body: answer.body };
}
