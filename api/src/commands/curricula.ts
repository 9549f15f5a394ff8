import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, CommandFault } from './command.js';

/* Each verb loads what it needs when it is called: the whole program takes longer to load than a curriculum to check. */

export const command: Command = {
  summary: 'checks, publishes and prints curricula',
  help: `npm run khou -- curricula check DIR... [--language lo] [--notes] [--json]
npm run khou -- curricula publish DIR
npm run khou -- curricula products DIR --out DIR [--locale lo|en|both] [--variant ID] [--start YYYY-MM-DD]
npm run khou -- curricula translated DIR [--module M02] [--unit ID]
npm run khou -- curricula schema DIR

check    says what is wrong with curriculum folders: file:line, a sentence, a hint. Needs no database.
         In English, or with --language lo in Lao; --notes prints notes too; --json prints one JSON object a fault,
         with both languages. Exit code 1 when there is an error.
publish  makes an immutable version of the folder. Refused when check finds an error, when the version number is
         published with other content, or when it is not greater than the last. The same content again changes nothing.
products prints handbook, guide, slides, materials, question papers and keys of a folder as PDFs; with --start, agenda and
         session plan for those days too. Needs no database.
translated records that the Lao texts of a folder, of a module or one text were made from the English that stands there now,
         so that readers are no longer told they may be out of date. Needs no database.
schema   writes the JSON schemas for editors of the YAML files into DIR.
The format: curricula/README.md.`,
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        notes: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        out: { type: 'string' },
        locale: { type: 'string' },
        variant: { type: 'string' },
        start: { type: 'string' },
        module: { type: 'string' },
        unit: { type: 'string' },
      },
    });
    const [verb, directory, ...more] = positionals;
    if (directory === undefined)
      throw new CommandFault('Name what to do and a folder: curricula check DIR, or curricula publish DIR.', 2);
    if (verb === 'check') return check([directory, ...more], values);
    if (more.length > 0) throw new CommandFault(`Only check takes several folders: leave out ${more.join(', ')}.`, 2);
    if (verb === 'publish') return publish(directory);
    if (verb === 'products') return products(directory, values);
    if (verb === 'translated') return translated(directory, values);
    if (verb === 'schema') return writeSchemas(directory);
    throw new CommandFault(`curricula can check, publish, products, translated and schema, not "${verb}".`, 2);
  },
};

async function check(
  directories: readonly string[],
  { json, notes, language: asked }: { json: boolean; notes: boolean; language: string },
): Promise<number> {
  const { faultCounts, faultLanguages, faultLines } = await import('../format/fault-lines.command.js');
  const language = faultLanguages.find((each) => each === asked);
  if (language === undefined) throw new CommandFault('--language is en or lo.', 2);
  const { checkFolders } = await import('../format/check.command.js');
  const checked = await checkFolders(directories);
  const faults = checked.flatMap(({ directory, faults }) => faults.map((fault) => ({ ...fault, folder: directory })));
  const shown = faults.filter(({ severity }) => notes || json || severity !== 'note');
  for (const fault of shown) console.log(json ? JSON.stringify(fault) : faultLines(fault.folder, fault, language));
  if (!json) console.log(`${shown.length > 0 ? '\n' : ''}${faultCounts(faults, language)}`);
  return faults.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function publish(directory: string): Promise<number> {
  const { PublishingService } = await import('../curricula/index.js');
  const { withProgram } = await import('./program.js');
  return withProgram(async (program) => {
    const { outcome, code, version, contentHash } = await program.get(PublishingService).publish(directory, null);
    const said = outcome === 'published' ? 'Published' : 'Already published, nothing changed';
    console.log(`${said}: ${code} ${version} (${contentHash.slice(0, 12)})`);
    return 0;
  });
}

async function products(
  directory: string,
  { out, locale, variant, start }: { out?: string; locale?: string; variant?: string; start?: string },
): Promise<number> {
  if (out === undefined) throw new CommandFault('Say where the documents go: --out DIR.', 2);
  const chosen = (['lo', 'en', 'both'] as const).find((each) => each === locale) ?? null;
  if (locale !== undefined && chosen === null) throw new CommandFault('--locale is lo, en or both.', 2);
  const { isPlainDate } = await import('../kernel/dates.js');
  if (start !== undefined && !isPlainDate(start)) throw new CommandFault('--start is a date such as 2026-12-01.', 2);
  const { checkCurriculum, readFolder } = await import('../format/index.js');
  const { source, faults: found } = await readFolder(directory);
  const { curriculum } = checkCurriculum(source, found);
  if (curriculum === null) {
    await check([directory], { json: false, notes: false, language: 'en' });
    throw new CommandFault('Nothing was printed: the curriculum has errors.');
  }
  if (variant !== undefined && !curriculum.variants.some(({ id }) => id === variant))
    throw new CommandFault(`curriculum.yaml has no variant "${variant}".`, 2);
  const { printProducts } = await import('../products/products.command.js');
  const wish = { locale: chosen, variant: variant ?? null, start: start ?? null };
  const { files, pages } = await printProducts(curriculum, out, wish, (line) => console.log(line));
  console.log(`\n${files} documents, ${pages} pages.`);
  return 0;
}

async function translated(directory: string, wish: { module?: string; unit?: string }): Promise<number> {
  const { recordTranslated } = await import('../translation/translated.command.js');
  const count = await recordTranslated(directory, wish, (line) => console.log(line));
  console.log(count === 0 ? 'Nothing changed: all of it was recorded before.' : `${count} texts recorded.`);
  return 0;
}

async function writeSchemas(directory: string): Promise<number> {
  const { editorSchemas } = await import('../format/index.js');
  await mkdir(directory, { recursive: true });
  for (const [name, schema] of Object.entries(editorSchemas())) {
    await writeFile(join(directory, name), `${JSON.stringify(schema, null, 2)}\n`);
    console.log(join(directory, name));
  }
  return 0;
}
