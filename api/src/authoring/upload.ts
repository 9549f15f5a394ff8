import type { FastifyRequest } from 'fastify';
// Loaded for its types: the program registers it in http/server.ts.
import '@fastify/multipart';
import { mostArchiveBytes } from '../format/index.js';
import { refuseRequest } from '../http/http.failures.js';
import { refuseDraft } from './authoring.failures.js';

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What may be sent; what is kept is made smaller at publishing. */
export const mostPictureBytes = 2 * 1024 * 1024;

export function archiveIn(request: FastifyRequest): Promise<Upload> {
  return uploadIn(request, mostArchiveBytes);
}

export function pictureIn(request: FastifyRequest): Promise<Upload> {
  return uploadIn(request, mostPictureBytes);
}

/** The one file of a multipart request. Its length is looked at before it is read, and reading stops at the limit. */
async function uploadIn(request: FastifyRequest, most: number): Promise<Upload> {
  if (!request.isMultipart()) throw refuseDraft('draft.upload_missing');
  if (Number(request.headers['content-length'] ?? 0) > most + 100_000) throw refuseRequest('http.too_large');
  const part = await request.file({ limits: { fileSize: most, files: 1 } });
  if (!part) throw refuseDraft('draft.upload_missing');
  const bytes = await part.toBuffer().catch((fault: { code?: string }) => {
    throw fault.code === 'FST_REQ_FILE_TOO_LARGE' ? refuseRequest('http.too_large') : fault;
  });
  return { name: part.filename || 'file', bytes };
}
