import type { Module, Prose } from './curriculum.js';
import type { Place } from './fault.rules.js';
import type { Source } from './folder.source.js';
import { readModule, type ReadModule } from './module.rules.js';

/** What reading a module found, without its text: small enough to be kept. */
export interface Finding extends Omit<ReadModule, 'questionAt'> {
  readonly questions: readonly Place[];
}

export function finding(source: Source, folder: string, hasLao: boolean): Finding {
  const { module, faults, questionAt } = readModule(source, folder, hasLao);
  if (module === null) return { module, faults, questions: [] };
  return { module: withoutText(module), faults, questions: module.questions.map((_, index) => questionAt(index)) };
}

/** For checking what is between modules, and for nothing else. */
export function found({ questions, ...read }: Finding): ReadModule {
  return { ...read, questionAt: (index) => questions[index]! };
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
