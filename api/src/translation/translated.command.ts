import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFault } from '../commands/command.js';
import {
  readFolder,
  readModule,
  readRecord,
  recorded,
  recordPath,
  recordText,
  unitsOf,
  unitState,
} from '../format/index.js';
import { outlineFacts } from '../authoring/index.js';

export interface TranslatedWish {
  /** The code of a module or its folder; left out, all modules. */
  readonly module?: string | undefined;
  readonly unit?: string | undefined;
}

/** Says of the Lao texts in a folder that they were made from the English that stands there now. Returns how many that changed. */
export async function recordTranslated(
  directory: string,
  { module: wanted, unit: only }: TranslatedWish,
  print: (line: string) => void,
): Promise<number> {
  const { source } = await readFolder(directory);
  const outline = source.texts.get('curriculum.yaml');
  if (outline === undefined) throw new CommandFault(`${directory} holds no curriculum.yaml.`);
  const read = outlineFacts(outline).modules.flatMap((folder) => {
    const { module } = readModule(source, folder, true);
    if (module === null && wanted === undefined) print(`${folder}: cannot be read, see curricula check`);
    return module !== null && (wanted === undefined || wanted === module.code || wanted === folder) ? [module] : [];
  });
  if (read.length === 0) throw new CommandFault(`There is no readable module ${wanted ?? ''} in ${directory}.`);
  const named = only === undefined ? 'all' : new Set([only]);
  if (only !== undefined && !read.some((module) => unitsOf(module).some(({ id }) => id === only)))
    throw new CommandFault(`No module has a text called "${only}".`);
  let total = 0;
  for (const module of read) {
    const units = unitsOf(module);
    const before = readRecord(source, module.folder).record;
    const after = recorded(before, units, named);
    const count = units.filter((unit) => unitState(unit, before) !== unitState(unit, after)).length;
    const path = recordPath(module.folder);
    if (source.texts.get(path) !== recordText(after) && Object.keys(after.units).length > 0)
      await writeFile(join(directory, path), recordText(after));
    if (count > 0) print(`${module.code}: ${count} texts recorded`);
    total += count;
  }
  return total;
}
