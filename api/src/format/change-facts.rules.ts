import { canonicalJson } from './canonical.rules.js';
import type { ChangeClass } from './change.rules.js';
import type { Printed } from './changed.js';
import type { Snapshot, SnapshotModule, SnapshotQuestion } from './snapshot.rules.js';

const kinds = {
  'outline.series': { class: 'structure', reprint: [] },
  'outline.days': { class: 'structure', reprint: ['plan'] },
  'outline.agenda': { class: 'structure', reprint: ['plan'] },
  'outline.agenda-words': { class: 'wording', reprint: ['plan'] },
  'outline.variants': { class: 'teaching', reprint: ['guide', 'plan'] },
  'outline.title': {
    class: 'wording',
    reprint: ['handbook', 'guide', 'slides', 'plan', 'materials', 'papers', 'keys'],
  },
  'outline.summary': { class: 'wording', reprint: ['handbook', 'guide'] },
  'outline.languages': { class: 'wording', reprint: [] },
  'outline.rules': { class: 'assessment', reprint: ['handbook', 'guide'] },
  'outline.order': { class: 'structure', reprint: ['handbook', 'guide', 'slides', 'plan'] },
  'file.tests': { class: 'assessment', reprint: ['papers', 'keys'] },
  'file.blueprints': { class: 'assessment', reprint: ['papers', 'keys'] },
  'file.rubrics': { class: 'assessment', reprint: [] },
  'file.surveys': { class: 'teaching', reprint: [] },
  'module.minutes': { class: 'structure', reprint: ['guide', 'slides', 'plan'] },
  'module.objectives': { class: 'structure', reprint: ['handbook', 'guide', 'slides', 'plan'] },
  'module.sections': { class: 'teaching', reprint: ['handbook', 'guide', 'slides', 'plan'] },
  'module.section-minutes': { class: 'teaching', reprint: ['guide', 'slides', 'plan'] },
  'module.section-parts': { class: 'teaching', reprint: ['handbook', 'guide', 'slides'] },
  'module.sources': { class: 'wording', reprint: ['handbook', 'guide'] },
  'module.media': { class: 'teaching', reprint: ['handbook', 'guide', 'slides', 'papers', 'keys'] },
  'module.lao-state': { class: 'wording', reprint: [] },
  'question.added': { class: 'assessment', reprint: ['papers', 'keys', 'handbook', 'guide'] },
  'question.removed': { class: 'assessment', reprint: ['papers', 'keys', 'handbook', 'guide'] },
  'question.use': { class: 'assessment', reprint: ['papers', 'keys', 'handbook', 'guide'] },
  'question.marking': { class: 'assessment', reprint: ['papers', 'keys', 'handbook', 'guide'] },
  'question.place': { class: 'assessment', reprint: ['papers', 'keys'] },
} as const satisfies Record<string, { class: ChangeClass; reprint: readonly Printed[] }>;

export type ChangeCode = keyof typeof kinds;
export const changeCodes = Object.keys(kinds) as ChangeCode[];

/** Something that changed beside the words. */
export interface ChangeFact {
  readonly code: ChangeCode;
  /** The question, section, file or picture it is about; empty when it is about the whole. */
  readonly about: string;
  readonly class: ChangeClass;
  readonly reprint: readonly Printed[];
  /** What stood there and what stands there now, where a short text can say it. */
  readonly before: string | null;
  readonly after: string | null;
}

function fact(code: ChangeCode, about = '', before: unknown = null, after: unknown = null): ChangeFact {
  const short = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return { code, about, ...kinds[code], before: short(before), after: short(after) };
}

export function factsOfOutline(before: Snapshot, after: Snapshot): ChangeFact[] {
  const [was, is] = [before.outline, after.outline];
  const facts: ChangeFact[] = [];
  if (was.series !== is.series) facts.push(fact('outline.series', '', was.series, is.series));
  if (was.days !== is.days) facts.push(fact('outline.days', '', was.days, is.days));
  if (canonicalJson(was.agenda) !== canonicalJson(is.agenda)) {
    const times = ({ agenda }: Snapshot['outline']) =>
      canonicalJson(agenda.map((item) => ('title' in item ? [item.kind, item.minutes] : item)));
    facts.push(fact(times(was) === times(is) ? 'outline.agenda-words' : 'outline.agenda'));
  }
  if (was.variants !== is.variants) facts.push(fact('outline.variants'));
  if (canonicalJson(was.title) !== canonicalJson(is.title))
    facts.push(fact('outline.title', '', was.title.en, is.title.en));
  if (canonicalJson(was.summary) !== canonicalJson(is.summary)) facts.push(fact('outline.summary'));
  if (was.languages !== is.languages) facts.push(fact('outline.languages'));
  if (was.rules !== is.rules) facts.push(fact('outline.rules', '', was.rules, is.rules));
  if (!sameOrder(codes(before), codes(after))) facts.push(fact('outline.order'));
  for (const path of new Set([...Object.keys(before.files), ...Object.keys(after.files)])) {
    if (before.files[path] === after.files[path]) continue;
    const list = path.split('/')[0] as 'tests' | 'blueprints' | 'rubrics' | 'surveys';
    facts.push(fact(`file.${list}`, path.slice(list.length + 1)));
  }
  return facts;
}

export function factsOfModule(before: SnapshotModule, after: SnapshotModule): ChangeFact[] {
  const facts: ChangeFact[] = [];
  if (before.minutes !== after.minutes) facts.push(fact('module.minutes', '', before.minutes, after.minutes));
  if (before.objectives.join() !== after.objectives.join()) facts.push(fact('module.objectives'));
  if (before.sections.map(({ id }) => id).join() !== after.sections.map(({ id }) => id).join())
    facts.push(fact('module.sections'));
  const old = new Map(before.sections.map((section) => [section.id, section]));
  for (const section of after.sections) {
    const was = old.get(section.id);
    if (was === undefined) continue;
    if (was.minutes !== section.minutes)
      facts.push(fact('module.section-minutes', section.id, was.minutes, section.minutes));
    if (was.settings !== section.settings || was.parts.join('\n') !== section.parts.join('\n'))
      facts.push(fact('module.section-parts', section.id));
  }
  if (before.sources !== after.sources) facts.push(fact('module.sources'));
  for (const path of new Set([...Object.keys(before.media), ...Object.keys(after.media)]))
    if (before.media[path] !== after.media[path]) facts.push(fact('module.media', path));
  if (before.laoState !== after.laoState) facts.push(fact('module.lao-state', '', before.laoState, after.laoState));
  return [...facts, ...factsOfQuestions(before.questions, after.questions)];
}

function factsOfQuestions(before: readonly SnapshotQuestion[], after: readonly SnapshotQuestion[]): ChangeFact[] {
  const old = new Map(before.map((question) => [question.id, question]));
  const fresh = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((question): ChangeFact[] => {
      const was = old.get(question.id);
      if (was === undefined) return [fact('question.added', question.id)];
      return [
        ...(was.use === question.use ? [] : [fact('question.use', question.id, was.use, question.use)]),
        ...(was.marking === question.marking ? [] : [fact('question.marking', question.id)]),
        ...(was.place === question.place ? [] : [fact('question.place', question.id)]),
      ];
    }),
    ...before.flatMap(({ id }) => (fresh.has(id) ? [] : [fact('question.removed', id)])),
  ];
}

function codes({ modules }: Snapshot): string[] {
  return modules.map(({ code }) => code);
}

/** Whether the modules that both have stand in the same order. */
function sameOrder(before: readonly string[], after: readonly string[]): boolean {
  const shared = (own: readonly string[], other: readonly string[]) =>
    own.filter((code) => other.includes(code)).join();
  return shared(before, after) === shared(after, before);
}
