import { parentPort } from 'node:worker_threads';
import type { Module, Prose } from './curriculum.js';
import type { Place } from './fault.rules.js';
import type { Source } from './folder.source.js';
import { readModule, type ReadModule } from './module.rules.js';

/** One module to be read, with the files that it needs and no others. */
export interface Task {
  readonly source: Source;
  readonly folder: string;
  readonly hasLao: boolean;
}

/** What reading a module found, as it can be handed from one thread to another. */
export interface Finding extends Omit<ReadModule, 'questionAt'> {
  readonly questions: readonly Place[];
}

export interface Work {
  readonly tasks: readonly Task[];
  /** The number of the next task that nobody has taken; every lane counts on it. */
  readonly next: Int32Array;
}

/** Takes tasks until there are none left, beside the other lanes that do the same. */
export function* worked({ tasks, next }: Work): Generator<[number, Finding]> {
  for (let at = Atomics.add(next, 0, 1); at < tasks.length; at = Atomics.add(next, 0, 1))
    yield [at, finding(tasks[at]!)];
}

function finding({ source, folder, hasLao }: Task): Finding {
  const { module, faults, questionAt } = readModule(source, folder, hasLao);
  if (module === null) return { module, faults, questions: [] };
  return { module: withoutText(module), faults, questions: module.questions.map((_, index) => questionAt(index)) };
}

/** What is left to check once every module is read needs neither text nor pictures: they are most of the memory. */
function withoutText(module: Module): Module {
  return { ...module, body: '', lao: null, images: new Map(), prose: emptied(module.prose) };
}

function emptied({ file, sections }: Prose): Prose {
  return {
    file,
    root: { type: 'root', children: [] },
    sections: sections.map((section) => ({
      ...section,
      parts: section.parts.map((part) => ('nodes' in part ? { ...part, nodes: [] } : part)),
    })),
  };
}

parentPort?.once('message', (work: Work) => {
  for (const found of worked(work)) parentPort!.postMessage(found);
  parentPort!.close();
});
