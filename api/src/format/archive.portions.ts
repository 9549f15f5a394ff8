import { setImmediate } from 'node:timers/promises';
import { type Packable, Packer } from './archive-pack.rules.js';
import { type ArchiveRead, type Pieces, readingArchive } from './archive.rules.js';

/** Bytes packed or unpacked before others have their turn: some milliseconds of work. */
const portion = 256 * 1024;

/** As `packSource`, and the same bytes, file by file: between two of them a server answers others. */
export async function* packInPortions(files: readonly Packable[]): AsyncGenerator<Uint8Array> {
  const packer = new Packer();
  let packed = 0;
  for (const { path, content } of files) {
    const bytes = await content();
    yield Buffer.concat(packer.add(path, bytes));
    packed += bytes.length;
    if (packed < portion) continue;
    packed = 0;
    await setImmediate();
  }
  yield packer.end();
}

/** As `readArchive`, and says the same, file by file. */
export async function readArchiveInPortions(archive: Pieces): Promise<ArchiveRead> {
  const reading = readingArchive(archive);
  let unpacked = 0;
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
    unpacked += step.value;
    if (unpacked < portion) continue;
    unpacked = 0;
    await setImmediate();
  }
}
