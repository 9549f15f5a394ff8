/** One word of `npm run khou -- <word>`. Loaded only when it is called. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: usage, options, exit codes. */
  readonly help: string;
  /** Returns the exit code. A `CommandFault` is printed as its sentence. */
  run(args: readonly string[]): Promise<number>;
}

/** A mistake of the caller, or a state the program cannot work in: one sentence, no stack. */
export class CommandFault extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}
