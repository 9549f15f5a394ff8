import type { FastifyRequest } from 'fastify';
// Loaded for its types: the program registers it in http/server.ts.
import '@fastify/multipart';
import { refuseImport } from './import.failures.js';
import { bounds } from './table.source.js';

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The one file of a multipart request. Its length is looked at before it is read, and reading stops at the limit. */
export async function uploadIn(request: FastifyRequest): Promise<Upload> {
  const tooLarge = () => refuseImport('import.file_too_large', { megabytes: bounds.bytes / 1_048_576 });
  if (!request.isMultipart()) throw refuseImport('import.file_missing');
  if (Number(request.headers['content-length'] ?? 0) > bounds.bytes + 100_000) throw tooLarge();
  const part = await request.file({ limits: { fileSize: bounds.bytes, files: 1 } });
  if (!part) throw refuseImport('import.file_missing');
  const bytes = await part.toBuffer().catch((fault: { code?: string }) => {
    throw fault.code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : fault;
  });
  return { name: part.filename || 'list', bytes };
}
