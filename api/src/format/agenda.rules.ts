import type { AgendaItem, Curriculum, Module, Test } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
import type { ReadYaml } from './yaml.rules.js';

type At = ReadYaml<unknown>['at'];

/** How long an item of the agenda takes: a module and a test know it themselves. */
export function agendaMinutes(
  item: AgendaItem,
  {
    modules,
    tests,
  }: { modules: readonly Pick<Module, 'code' | 'minutes'>[]; tests: readonly Pick<Test, 'code' | 'minutes'>[] },
): number {
  if (item.kind === 'module') return modules.find(({ code }) => code === item.module)?.minutes ?? 0;
  if (item.kind === 'test') return item.minutes ?? tests.find(({ code }) => code === item.test)?.minutes ?? 0;
  return item.minutes;
}

/** Does the agenda name what exists, all of it, and fit into the days? */
export function agendaFaults(curriculum: Curriculum, at: At): Fault[] {
  const { agenda, modules, tests, days } = curriculum;
  const faults: Fault[] = [];
  const seen = new Set<string>();
  agenda.forEach((item, index) => {
    const place = at('agenda', index);
    if (item.kind === 'module') {
      if (!modules.some(({ code }) => code === item.module))
        faults.push(fault('agenda.module', place, { code: item.module }));
      else if (seen.has(item.module)) faults.push(fault('agenda.module-twice', place, { code: item.module }));
      seen.add(item.module);
    } else if (item.kind === 'test') {
      const test = tests.find(({ code }) => code === item.test);
      if (test === undefined) faults.push(fault('agenda.test', place, { code: item.test }));
      else if (item.minutes !== undefined && item.minutes < test.minutes)
        faults.push(fault('agenda.test-short', place, { code: item.test, given: item.minutes, needed: test.minutes }));
      seen.add(item.test);
    }
  });
  for (const { code } of modules)
    if (!seen.has(code)) faults.push(fault('agenda.module-missing', at('agenda'), { code }));
  for (const { code } of tests) if (!seen.has(code)) faults.push(fault('agenda.test-missing', at('agenda'), { code }));
  const minutes = agenda.reduce((total, item) => total + agendaMinutes(item, curriculum), 0);
  if (minutes > days * 480) faults.push(fault('agenda.too-long', at('agenda'), { minutes, days }));
  return faults;
}

/** Can the test draw what it asks for? Practice questions are never drawn: their keys travel. */
export function drawFaults(test: Test, modules: readonly Module[], at: At): Fault[] {
  /* What a blueprint takes is checked where the blueprint is read. */
  if (test.blueprint !== null) return [];
  return test.draw.flatMap(({ module: code, count }, index): Fault[] => {
    const place = at('draw', index);
    const module = modules.find((candidate) => candidate.code === code);
    if (module === undefined) return [fault('test.module', place, { code })];
    if (test.draw.findIndex((other) => other.module === code) < index)
      return [fault('test.module-twice', place, { code })];
    const held = module.questions.filter(({ use }) => use === 'graded').length;
    if (count > held) return [fault('test.too-few', place, { count, code, held })];
    return count === held ? [fault('test.no-spare', place, { code })] : [];
  });
}
