import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportsService, issueKinds } from '../people/index.js';
import { PlacesService } from '../places/index.js';
import { type Command, CommandFault } from './command.js';
import { withProgram } from './program.js';

const usage = 'npm run khou -- people import FILE [--unit CODE] [--dry-run] [--leave-out-errors]';
const mostBytes = 10 * 1_048_576;

type Preview = Awaited<ReturnType<ImportsService['import']>>;

export const command: Command = {
  summary: 'imports a list of people from CSV or XLSX',
  help: `${usage}

Reads a list, says for each row what it would do, and writes all of it or nothing. Columns are recognised by their
headings, in Lao or English; the template is behind "People, Import" in the browser.

  --unit CODE          where rows that name no unit belong, e.g. CP-FB1
  --dry-run            only says what would happen
  --leave-out-errors   writes the good rows although some are in error

Suspected duplicates are not written: decide about them in the browser.
Exit codes: 0 done; 1 nothing was written, with the reason; 2 the command was not understood.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        unit: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'leave-out-errors': { type: 'boolean', default: false },
      },
    });
    const [verb, path] = positionals;
    if (verb !== 'import' || path === undefined) throw new CommandFault(`Say what to import:\n  ${usage}`, 2);
    const file = await contentOf(path);
    return withProgram(async (program) => {
      const imports = program.get(ImportsService);
      const unitId = values.unit === undefined ? null : await unitIdOf(program.get(PlacesService), values.unit);
      const preview = await imports.preview(null, basename(path), file, unitId);
      await report(imports, preview);
      const blocked = preview.counts.error > 0 && !values['leave-out-errors'];
      if (values['dry-run'] || blocked) {
        await imports.discard(preview.id);
        console.log(
          blocked
            ? '\nNothing was written: correct the rows, or add --leave-out-errors.'
            : '\nNothing was written: this was a dry run.',
        );
        return blocked ? 1 : 0;
      }
      await imports.decide(preview.id, { decision: 'skip', lines: 'undecided' });
      const { toWrite } = await imports.confirm(preview.id, null, { leaveOutErrors: true });
      console.log(`\nWritten: ${toWrite} rows.`);
      return 0;
    });
  },
};

async function contentOf(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new CommandFault(`There is no file ${path}.`);
  if (found.size > mostBytes) throw new CommandFault(`${path} is larger than 10 MB.`);
  return readFile(path);
}

async function unitIdOf(places: PlacesService, code: string): Promise<string> {
  const unit = await places.unitByCode(code);
  if (unit === null) throw new CommandFault(`There is no unit with the code ${code}.`);
  return unit.id;
}

async function report(imports: ImportsService, { id, columns, counts }: Preview): Promise<void> {
  console.log(
    columns.map(({ heading, field }) => `  ${heading || '(no heading)'} -> ${field ?? 'not read'}`).join('\n'),
  );
  console.log(
    `\n${counts.new} new, ${counts.update} to update, ${counts.unchanged} unchanged, ${counts.duplicate} suspected duplicates, ${counts.error} in error.`,
  );
  for (const verdict of ['error', 'duplicate'] as const) {
    const { items, next } = await imports.lines(id, { verdict, limit: 50 });
    for (const { line, issues, nameLo } of items) {
      const reasons = issues.filter((issue) => issueKinds[issue.code].level !== 'change');
      const said = reasons.map(
        (issue) => `${issueKinds[issue.code].sentence}${issue.params['text'] ? ` ("${issue.params['text']}")` : ''}`,
      );
      console.log(`  line ${line}${nameLo ? ` ${nameLo}` : ''}: ${said.join('; ')}`);
    }
    if (next !== null) console.log('  … and more');
  }
}
