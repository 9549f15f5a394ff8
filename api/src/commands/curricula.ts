import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PublishingService } from '../curricula/index.js';
import { type Fault, checkCurriculum, editorSchemas, readFolder } from '../format/index.js';
import { type Command, CommandFault } from './command.js';
import { withProgram } from './program.js';

export const command: Command = {
  summary: 'checks and publishes curricula',
  help: `npm run khou -- curricula check DIR [--json] [--notes]
npm run khou -- curricula publish DIR
npm run khou -- curricula schema DIR

check    says what is wrong with a curriculum folder: file:line, a sentence, a hint. Needs no database.
         --json prints one JSON object a fault; --notes prints notes too. Exit code 1 when there is an error.
publish  makes an immutable version of the folder. Refused when check finds an error, when the version number is
         published with other content, or when it is not greater than the last. The same content again changes nothing.
schema   writes the JSON schemas for editors of the YAML files into DIR.
The format: curricula/README.md.`,
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, notes: { type: 'boolean', default: false } },
    });
    const [verb, directory] = positionals;
    if (directory === undefined)
      throw new CommandFault('Name what to do and a folder: curricula check DIR, or curricula publish DIR.', 2);
    if (verb === 'check') return check(directory, values);
    if (verb === 'publish') return publish(directory);
    if (verb === 'schema') return writeSchemas(directory);
    throw new CommandFault(`curricula can check, publish and schema, not "${verb}".`, 2);
  },
};

async function check(directory: string, { json, notes }: { json: boolean; notes: boolean }): Promise<number> {
  const { source, faults: found } = await readFolder(directory);
  const { faults } = checkCurriculum(source, found);
  const shown = faults.filter(({ severity }) => notes || json || severity !== 'note');
  for (const fault of shown) console.log(json ? JSON.stringify(fault) : spoken(directory, fault));
  const count = (severity: Fault['severity']) => faults.filter((fault) => fault.severity === severity).length;
  if (!json)
    console.log(
      `${shown.length > 0 ? '\n' : ''}${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes.`,
    );
  return count('error') > 0 ? 1 : 0;
}

function spoken(directory: string, { severity, file, line, column, sentence, hint }: Fault): string {
  const place = file === '' ? directory : `${join(directory, file)}:${line}:${column}`;
  return `${place}\n  ${severity}: ${sentence}${hint === null ? '' : `\n  ${hint}`}`;
}

async function publish(directory: string): Promise<number> {
  return withProgram(async (program) => {
    const { outcome, code, version, contentHash } = await program.get(PublishingService).publish(directory, null);
    const said = outcome === 'published' ? 'Published' : 'Already published, nothing changed';
    console.log(`${said}: ${code} ${version} (${contentHash.slice(0, 12)})`);
    return 0;
  });
}

async function writeSchemas(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true });
  for (const [name, schema] of Object.entries(editorSchemas())) {
    await writeFile(join(directory, name), `${JSON.stringify(schema, null, 2)}\n`);
    console.log(join(directory, name));
  }
  return 0;
}
