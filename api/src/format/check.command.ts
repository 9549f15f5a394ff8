import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Task, Work } from './check.lane.js';
import type { Fault } from './fault.rules.js';
import type { Finding } from './finding.rules.js';

export interface CheckedFolder {
  readonly directory: string;
  readonly faults: readonly Fault[];
}

const lane = new URL('./check.lane.js', import.meta.url);

/**
 * Checks folders as `checkCurriculum` does, on all processors: reading modules is nearly all of the time, and no module needs
 * another. The other threads are started before this one loads the format, which takes each of them just as long.
 */
export async function checkFolders(
  directories: readonly string[],
  threads = Math.min(4, availableParallelism()),
): Promise<CheckedFolder[]> {
  const others = Array.from({ length: threads - 1 }, () => new Worker(lane));
  try {
    const [{ checkCurriculum, outlined }, { found }, { readFolder }, { worked }] = await Promise.all([
      import('./check.rules.js'),
      import('./finding.rules.js'),
      import('./folder.source.js'),
      import('./check.lane.js'),
    ]);
    const read = await Promise.all(
      directories.map(async (directory) => ({
        directory,
        findings: new Map<string, Finding>(),
        ...(await readFolder(directory)),
      })),
    );
    const tasks = read.flatMap(({ source, findings }) => {
      const { folders, hasLao } = outlined(source);
      return folders.map((folder) => ({ task: { source: only(source, folder), folder, hasLao }, findings }));
    });
    const work = { tasks: tasks.map(({ task }) => task), next: new Int32Array(new SharedArrayBuffer(4)) };
    await share(work, others, worked, (index, finding) =>
      tasks[index]!.findings.set(tasks[index]!.task.folder, finding),
    );
    return read.map(({ directory, source, faults, findings }) => ({
      directory,
      faults: checkCurriculum(source, faults, (_, folder) => found(findings.get(folder)!)).faults,
    }));
  } finally {
    await Promise.all(others.map((worker) => worker.terminate()));
  }
}

/** Works in this thread and the others until everything is found. */
function share(
  work: Work,
  others: readonly Worker[],
  worked: (work: Work) => Iterable<[number, Finding]>,
  keep: (index: number, finding: Finding) => void,
): Promise<void> {
  let left = work.tasks.length;
  return new Promise((resolve, reject) => {
    const take = ([index, finding]: [number, Finding]) => {
      keep(index, finding);
      left -= 1;
      if (left === 0) resolve();
    };
    if (left === 0) resolve();
    for (const worker of others) worker.on('message', take).once('error', reject).postMessage(work);
    for (const found of worked(work)) take(found);
  });
}

function only({ texts, pictures }: Task['source'], folder: string): Task['source'] {
  const inside = <Entry>(files: ReadonlyMap<string, Entry>) =>
    new Map([...files].filter(([path]) => path.startsWith(`modules/${folder}/`)));
  return { texts: inside(texts), pictures: inside(pictures) };
}
