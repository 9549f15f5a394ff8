import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FilePieces, piecesOf } from './pieces.js';

/** After so many milliseconds nobody is still writing a file. */
const aDay = 86_400_000;

/** Files kept by what they hold: the name is the SHA-256 of the bytes, so a file is written once and never changes. */
export abstract class Storage {
  /** Stores the bytes durably and returns their SHA-256 in hex. Storing the same bytes again is a no-op. */
  abstract put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a stored file, or null when there is none or it no longer matches its name. */
  abstract read(hash: string): Promise<Buffer | null>;
  /** As `put`, of a file that need not fit into memory. */
  abstract putAll(chunks: AsyncIterable<Uint8Array>): Promise<string>;
  /** As `read`, piece by piece. */
  abstract open(hash: string): Promise<FilePieces | null>;
  /** Lays down what comes in as long as `work` reads it, and keeps nothing of it. */
  abstract borrow<T>(chunks: AsyncIterable<Uint8Array>, work: (file: FilePieces) => Promise<T>): Promise<T>;
}

export class DiskStorage extends Storage {
  constructor(private readonly folder: string) {
    super();
  }

  async put(bytes: Uint8Array): Promise<string> {
    const hash = sha256(bytes);
    const path = this.pathOf(hash);
    if ((await this.read(hash)) !== null) return this.settled(hash);
    await mkdir(dirname(path), { recursive: true });
    // A draft of one's own: were it shared, one writer could give the name to what another has only begun to write.
    const draft = `${path}.${randomUUID()}.draft`;
    try {
      const file = await open(draft, 'wx');
      // Acknowledged means on disk: the rename must not overtake the bytes.
      await file
        .writeFile(bytes)
        .then(() => file.sync())
        .finally(() => file.close());
      await rename(draft, path);
    } catch (fault) {
      await rm(draft, { force: true });
      // Another one that wrote the same was quicker, and has swept this draft away.
      if ((await this.read(hash)) === null) throw fault;
    }
    await this.sweep(path);
    return this.settled(hash);
  }

  async read(hash: string): Promise<Buffer | null> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const bytes = await readFile(this.pathOf(hash)).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return null;
      throw fault;
    });
    return bytes !== null && sha256(bytes) === hash ? bytes : null;
  }

  async putAll(chunks: AsyncIterable<Uint8Array>): Promise<string> {
    const draft = await this.arriving();
    try {
      const hash = await written(draft, chunks, (file) => file.sync());
      if ((await this.open(hash)) === null) {
        await mkdir(dirname(this.pathOf(hash)), { recursive: true });
        await rename(draft, this.pathOf(hash));
      }
      return await this.settled(hash);
    } finally {
      await rm(draft, { force: true });
    }
  }

  async open(hash: string): Promise<FilePieces | null> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const found = createHash('sha256');
    try {
      for await (const chunk of createReadStream(this.pathOf(hash))) found.update(chunk as Buffer);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw fault;
    }
    return found.digest('hex') === hash ? piecesOf(this.pathOf(hash)) : null;
  }

  async borrow<T>(chunks: AsyncIterable<Uint8Array>, work: (file: FilePieces) => Promise<T>): Promise<T> {
    const draft = await this.arriving();
    try {
      await written(draft, chunks);
      return await work(piecesOf(draft));
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** A place for a file whose hash is not known before its end; what killed processes left there goes after a day. */
  private async arriving(): Promise<string> {
    const folder = join(this.folder, 'arriving');
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const left = await stat(join(folder, name)).catch(() => null);
      if (left !== null && Date.now() - left.mtimeMs > aDay) await rm(join(folder, name), { force: true });
    }
    return join(folder, randomUUID());
  }

  /**
   * A name is on disk when its folder is. Both folders are asked for even when the file was there before, because whoever
   * put it there may not have come this far; a folder with nothing to write costs nothing.
   */
  private async settled(hash: string): Promise<string> {
    for (const folder of [dirname(this.pathOf(hash)), this.folder, dirname(this.folder)]) await synced(folder);
    return hash;
  }

  /** Takes away what killed processes left half written; whoever is writing the same now finds it stored. */
  private async sweep(path: string): Promise<void> {
    const folder = dirname(path);
    const drafts = (await readdir(folder)).filter((name) => name.startsWith(basename(path)) && name.endsWith('.draft'));
    await Promise.all(drafts.map((name) => rm(join(folder, name), { force: true })));
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

/** Writes a new file and returns the SHA-256 of what it holds, in hex. */
async function written(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  settle: (file: FileHandle) => Promise<void> = async () => undefined,
): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await settle(file);
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function synced(folder: string): Promise<void> {
  // Windows keeps names by itself and opens no folder as a file.
  if (process.platform === 'win32') return;
  const entry = await open(folder, constants.O_RDONLY);
  await entry.sync().finally(() => entry.close());
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
