import { parentPort } from 'node:worker_threads';
import { type Finding, finding } from './finding.rules.js';
import type { Source } from './folder.source.js';

/** One module to be read, with the files that it needs and no others. */
export interface Task {
  readonly source: Source;
  readonly folder: string;
  readonly hasLao: boolean;
}

export interface Work {
  readonly tasks: readonly Task[];
  /** The number of the next task that nobody has taken; every lane counts on it. */
  readonly next: Int32Array;
}

/** Takes tasks until there are none left, beside the other lanes that do the same. */
export function* worked({ tasks, next }: Work): Generator<[number, Finding]> {
  for (let at = Atomics.add(next, 0, 1); at < tasks.length; at = Atomics.add(next, 0, 1))
    yield [at, findingOf(tasks[at]!)];
}

function findingOf({ source, folder, hasLao }: Task): Finding {
  return finding(source, folder, hasLao);
}

parentPort?.once('message', (work: Work) => {
  for (const found of worked(work)) parentPort!.postMessage(found);
  parentPort!.close();
});
