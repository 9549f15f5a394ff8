import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';

/** A process of the program that a spec may kill at any moment. */
export interface Mortal {
  /** `kill -9`, and the wait until the process is gone. */
  kill(): Promise<void>;
  /** The end of a process that is not killed; rejects, with what it said, when it ends with a fault. */
  readonly ended: Promise<void>;
}

/** Starts Node with a file of the program. The process loses its parent's channel, and ends, should the spec itself be killed. */
export function aMortal(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  hear: (message: unknown) => void = () => {},
): Mortal {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, KHOU_LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => said.push(String(chunk)));
  child.on('message', hear);
  const closed = once(child, 'close');
  let killed = false;
  const ended = closed.then(([code, signal]) => {
    if (!killed && code !== 0) throw new Error(`${words.join(' ')} ended with ${code ?? signal}:\n${said.join('')}`);
  });
  // Whoever waits for it hears of it; a spec that is over does not.
  ended.catch(() => {});
  return {
    ended,
    async kill() {
      killed = child.exitCode === null && child.signalCode === null;
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** Counts what happens, so that a spec waits for progress and not for time. */
export class Tally {
  private readonly heard = new EventEmitter();
  count = 0;

  add(): void {
    this.count += 1;
    this.heard.emit('more');
  }

  async reaches(wanted: number): Promise<void> {
    while (this.count < wanted) await once(this.heard, 'more');
  }
}
