// The baseline of a start: the same database engine and a bare Fastify with one answer, nothing else.
import Fastify from 'fastify';
import { startEmbeddedPostgres } from '../dist/db/embedded-postgres.js';

const postgres = await startEmbeddedPostgres({ dataDir: process.env.KHOU_DATA_DIR });
const server = Fastify();
server.get('/*', async () => 'ok');
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', async () => {
  await server.close();
  await postgres.stop();
});
