import type { FastifyRequest } from 'fastify';
// Loaded for its types: the program registers it in http/server.ts.
import type { MultipartFile } from '@fastify/multipart';
import { mostArchiveBytes } from '../format/index.js';
import { refuseRequest } from '../http/http.failures.js';
import { refuseDraft } from './authoring.failures.js';

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Too large to lie in memory: read as it comes. */
export type ArchiveUpload = AsyncIterable<Uint8Array>;

/** What may be sent; what is kept is made smaller at publishing. */
export const mostPictureBytes = 2 * 1024 * 1024;

export async function archiveIn(request: FastifyRequest): Promise<ArchiveUpload> {
  return allOf((await partIn(request, mostArchiveBytes)).file);
}

export async function pictureIn(request: FastifyRequest): Promise<Upload> {
  const part = await partIn(request, mostPictureBytes);
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw refuseRequest('http.too_large');
  return { name: part.filename || 'file', bytes };
}

/** The one file of a multipart request. Its length is looked at before it is read, and reading stops at the limit. */
async function partIn(request: FastifyRequest, most: number): Promise<MultipartFile> {
  if (!request.isMultipart()) throw refuseDraft('draft.upload_missing');
  if (Number(request.headers['content-length'] ?? 0) > most + 100_000) throw refuseRequest('http.too_large');
  const part = await request.file({ limits: { fileSize: most, files: 1 }, throwFileSizeLimit: false });
  if (!part) throw refuseDraft('draft.upload_missing');
  return part;
}

/** A file that is longer than it may be ends at the limit, and then says so. */
async function* allOf(file: MultipartFile['file']): AsyncGenerator<Uint8Array> {
  for await (const chunk of file) yield chunk as Uint8Array;
  if (file.truncated) throw refuseRequest('http.too_large');
}
