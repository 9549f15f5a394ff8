import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFault } from './command.js';

/** A secret that nobody sees: typed twice on a terminal without echo, or the first line of what is piped in; empty when there is none. */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const secret = await typed(question);
  if (secret !== '' && (await typed('The same again: ')) !== secret)
    throw new CommandFault('The two are not the same: nothing was changed.');
  return secret;
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

async function typed(question: string): Promise<string> {
  process.stderr.write(question);
  // Readline edits the line as usual, but what it would show goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      line.once('SIGINT', () => reject(new CommandFault('Stopped: nothing was changed.', 130)));
      line.once('close', () => resolve(''));
      line.question('').then(resolve, reject);
    });
  } finally {
    line.close();
    process.stderr.write('\n');
  }
}
