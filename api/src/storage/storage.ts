import { createHash, randomUUID } from 'node:crypto';
import { constants, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Files kept by what they hold: the name is the SHA-256 of the bytes, so a file is written once and never changes. */
export abstract class Storage {
  /** Stores the bytes durably and returns their SHA-256 in hex. Storing the same bytes again is a no-op. */
  abstract put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a stored file, or null when there is none or it no longer matches its name. */
  abstract read(hash: string): Promise<Buffer | null>;
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

async function synced(folder: string): Promise<void> {
  // Windows keeps names by itself and opens no folder as a file.
  if (process.platform === 'win32') return;
  const entry = await open(folder, constants.O_RDONLY);
  await entry.sync().finally(() => entry.close());
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
