import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** A file of which pieces are read; a piece beyond its end is shorter than asked for. */
export interface FilePieces {
  readonly size: number;
  read(at: number, length: number): Buffer;
}

/** A file that nobody changes while it is read. It is open only while a piece is fetched, so nobody has to close it. */
export function piecesOf(path: string): FilePieces {
  const { size } = statSync(path);
  return {
    size,
    /* In one go and not by promises, as files of a curriculum are read from a folder. */
    read(at, length) {
      const piece = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      const file = openSync(path, 'r');
      try {
        const read = piece.length === 0 ? 0 : readSync(file, piece, 0, piece.length, at);
        return piece.subarray(0, read);
      } finally {
        closeSync(file);
      }
    },
  };
}
