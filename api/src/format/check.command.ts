import { checkCurriculum } from './check.rules.js';
import type { Fault } from './fault.rules.js';
import { readFolder } from './folder.source.js';

export interface CheckedFolder {
  readonly directory: string;
  readonly faults: readonly Fault[];
}

/** Checks folders one after the other: reading is so quick that other threads would take longer to start. */
export async function checkFolders(directories: readonly string[]): Promise<CheckedFolder[]> {
  const checked: CheckedFolder[] = [];
  for (const directory of directories) {
    const { source, faults } = await readFolder(directory);
    checked.push({ directory, faults: checkCurriculum(source, faults).faults });
  }
  return checked;
}
