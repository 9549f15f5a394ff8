import 'reflect-metadata';
import { ConfigFault } from './config.js';
import { type Command, CommandFault } from './commands/command.js';

/** One executable, a table: word -> command. Each is loaded when it is called. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  serve: () => import('./commands/serve.js'),
  work: () => import('./commands/work.js'),
  migrate: () => import('./commands/migrate.js'),
  admin: () => import('./commands/admin.js'),
  people: () => import('./commands/people.js'),
  certificates: () => import('./commands/certificates.js'),
  curricula: () => import('./commands/curricula.js'),
  demo: () => import('./commands/demo.js'),
  doctor: () => import('./commands/doctor.js'),
  openapi: () => import('./commands/openapi.js'),
};

const [word, ...args] = process.argv.slice(2);
process.exitCode = await main(word, args);

async function main(word: string | undefined, args: string[]): Promise<number> {
  const load = word === undefined ? undefined : commands[word];
  if (!load) {
    const wanted = word === undefined || word === '--help' || word === 'help';
    if (!wanted) console.error(`There is no command "${word}".\n`);
    console.log(await overview());
    return wanted ? 0 : 2;
  }
  const { command } = await load();
  if (args.includes('--help')) {
    console.log(command.help);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (fault) {
    return report(fault);
  }
}

async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(width)}  ${(await load()).command.summary}`),
  );
  return `Khou: npm run khou -- <command> [options]\n\n${lines.join('\n')}\n\n--help after a command says more.`;
}

/** What a person can act on is one sentence; everything else shows its stack. */
function report(fault: unknown): number {
  if (fault instanceof CommandFault) {
    console.error(fault.message);
    return fault.exitCode;
  }
  if ((fault as NodeJS.ErrnoException)?.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error((fault as Error).message);
    return 2;
  }
  const known =
    fault instanceof ConfigFault ||
    ['DatabaseNewer', 'EmbeddedPostgresFault', 'Refused'].includes((fault as Error)?.constructor?.name);
  if (known) {
    const refused = fault as Error & { issues?: readonly { path: string; message: string }[] };
    console.error(
      [refused.message, ...(refused.issues ?? []).map((issue) => `  ${issue.path}: ${issue.message}`)].join('\n'),
    );
    return 1;
  }
  const sentence = sentenceFor((fault as NodeJS.ErrnoException)?.code);
  console.error(sentence ?? fault);
  return 1;
}

function sentenceFor(code: string | undefined): string | null {
  if (code === 'ENOSPC' || code === '53100')
    return 'The disk is full: make room and start again. Nothing acknowledged is lost.';
  if (code === 'ECONNREFUSED') return 'The database does not answer at the address in DATABASE_URL.';
  if (code === '28P01' || code === '28000') return 'The database refuses the name or password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist: create it first.';
  return null;
}
