export type EmbeddedPostgresFaultCode =
  | 'data.foreign'
  | 'data.other-major'
  | 'data.other-owner'
  | 'disk.full'
  | 'platform.unsupported'
  | 'root.refused'
  | 'start.failed';

/** Why the embedded database cannot run: `message` is one sentence for the operator, `code` is for programs. */
export class EmbeddedPostgresFault extends Error {
  override readonly name = 'EmbeddedPostgresFault';

  constructor(
    readonly code: EmbeddedPostgresFaultCode,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }
}

/** Turns the system errors that an operator can act on into a fault; everything else is returned as it came. */
export function toFault(error: unknown, directory: string): unknown {
  if (error instanceof EmbeddedPostgresFault) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(directory, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new EmbeddedPostgresFault(
      'data.other-owner',
      `The data directory ${directory} cannot be written by this user: start Khou as the user who owns it, or choose another with KHOU_DATA_DIR.`,
      { cause: error },
    );
  return error;
}

export function diskFull(directory: string, cause?: unknown): EmbeddedPostgresFault {
  return new EmbeddedPostgresFault(
    'disk.full',
    `There is no space left on the disk that holds ${directory}: free some space, or choose another place with KHOU_DATA_DIR.`,
    { cause },
  );
}
