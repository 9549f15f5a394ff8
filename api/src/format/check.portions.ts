import { setImmediate } from 'node:timers/promises';
import { type Checked, checkCurriculum, outlined } from './check.rules.js';
import type { Fault } from './fault.rules.js';
import type { Source } from './folder.source.js';
import { readModule, type ReadModule } from './module.rules.js';
import { letterFaults } from './text.rules.js';

type Reader = (source: Source, folder: string, hasLao: boolean) => ReadModule;

/** Letters looked at before others have their turn; about as much work as reading a module. */
const portion = 1_000_000;

/**
 * As `checkCurriculum`, and says the same, module by module: between two of them a server answers others. What is left at the
 * end, for the largest curriculum, is a tenth of a second.
 */
export async function checkInPortions(
  source: Source,
  found: readonly Fault[] = [],
  read: Reader = readModule,
): Promise<Checked> {
  const { folders, hasLao } = outlined(source);
  const modules = new Map<string, ReadModule>();
  for (const folder of folders) {
    modules.set(folder, read(source, folder, hasLao));
    await setImmediate();
  }
  const letters = new Map<string, readonly Fault[]>();
  let looked = 0;
  for (const [path, text] of source.texts) {
    letters.set(path, letterFaults(path, text));
    looked += text.length;
    if (looked < portion) continue;
    looked = 0;
    await setImmediate();
  }
  return checkCurriculum(
    source,
    found,
    (_, folder) => modules.get(folder)!,
    (path) => letters.get(path)!,
  );
}
