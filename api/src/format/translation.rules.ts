import type { LaoModule, Localised, Module, Part, Question, Section } from './curriculum.js';
import { fault, type Fault, type Place } from './fault.rules.js';
import { leftOver, paired } from './pairing.rules.js';
import { isTranslated, textsOf } from './question-text.rules.js';
import { looksLao, looksUntranslated } from './text.rules.js';
import type { ReadYaml } from './yaml.rules.js';

/** Sets a Lao module beside its English original: the same ids, in the same order, and nothing that no page would show. */
export function translationFaults(english: Module['prose']['sections'], { prose }: Pick<LaoModule, 'prose'>): Fault[] {
  const { file, sections } = prose;
  const at = (line: number) => ({ file, line, column: 1 });
  const homes = new Map(
    english.flatMap((section) => ids(section).map(([id, part]) => [id, { section, part }] as const)),
  );
  const lao = new Map(sections.map((section) => [section.id, section]));
  const faults: Fault[] = [];

  for (const section of sections) {
    const original = english.find(({ id }) => id === section.id);
    if (original === undefined) faults.push(fault('translation.unknown', at(section.line), { id: section.id }));
    else if (section.minutes !== null && section.minutes !== original.minutes)
      faults.push(
        fault('translation.minutes', at(section.line), {
          id: section.id,
          minutes: section.minutes,
          english: original.minutes ?? 0,
        }),
      );
    for (const [id, part] of ids(section)) {
      const home = homes.get(id);
      if (home === undefined) faults.push(fault('translation.unknown', at(part.line), { id }));
      else if (home.section.id !== section.id) faults.push(fault('translation.moved', at(part.line), { id }));
      else faults.push(...unlike(part, home.part, at(part.line)));
    }
    if (original !== undefined) faults.push(...outOfOrder(section, original, at));
  }
  faults.push(...outOfOrder({ parts: sections.map(asPart) }, { parts: english.map(asPart) }, at));

  for (const section of english) {
    /* A heading without an id has been said to lack it. */
    if (section.id === '') continue;
    const translated = lao.get(section.id) ?? null;
    if (translated === null) {
      faults.push(fault('translation.section-missing', at(1), { id: section.id }));
      continue;
    }
    const pairs = paired(section, translated);
    for (const { part, anchor, lao: found } of pairs) {
      if (found !== null) continue;
      faults.push(fault(missing(part), at(translated.line), { id: anchor }));
    }
    for (const { line } of leftOver(translated, pairs)) faults.push(fault('translation.text-extra', at(line)));
  }
  return faults;
}

function missing(part: Part) {
  if (part.kind === 'text') return 'translation.text-missing';
  if (part.kind === 'trainer') return 'translation.trainer-missing';
  return part.kind === 'question' ? 'translation.question-place-missing' : 'translation.block-missing';
}

type Named = Exclude<Part, { kind: 'text' }>;

function ids(section: Pick<Section, 'parts'>): [string, Named][] {
  return section.parts.flatMap((part): [string, Named][] => (part.kind === 'text' ? [] : [[part.id, part]]));
}

function asPart({ id, line }: Section): Part {
  return { kind: 'question', id, line };
}

function unlike(lao: Named, english: Named, place: Place): Fault[] {
  if (lao.kind !== english.kind)
    return [fault('translation.kind', place, { id: lao.id, kind: lao.kind, english: english.kind })];
  if (lao.kind === 'question' || english.kind === 'question') return [];
  if (lao.minutes === null || lao.minutes === english.minutes) return [];
  return [fault('translation.minutes', place, { id: lao.id, minutes: lao.minutes, english: english.minutes ?? 0 })];
}

/** The first id that stands before one that should come earlier. */
function outOfOrder(
  lao: Pick<Section, 'parts'>,
  english: Pick<Section, 'parts'>,
  at: (line: number) => Place,
): Fault[] {
  const order = new Map(ids(english).map(([id], index) => [id, index]));
  let last = -1;
  for (const [id, part] of ids(lao)) {
    const index = order.get(id);
    if (index === undefined) continue;
    if (index < last) return [fault('translation.order', at(part.line), { id })];
    last = index;
  }
  return [];
}

/** Questions that a Lao reader sees in English, and texts that are in the wrong language. */
export function questionTranslationFaults(question: Question, at: ReadYaml<unknown>['at']): Fault[] {
  const faults = isTranslated(question, 'lo')
    ? []
    : [fault('translation.question-missing', at('prompt'), { id: question.id })];
  return [...faults, ...textsOf(question).flatMap((text) => scriptFaults(text, at('prompt')))].slice(0, 2);
}

export function localisedFaults(field: string, text: Localised, place: Place): Fault[] {
  return text.lo === null ? [fault('translation.field-missing', place, { field })] : scriptFaults(text, place);
}

function scriptFaults({ en, lo }: Localised, place: Place): Fault[] {
  if (lo !== null && looksUntranslated(lo)) return [fault('text.not-lao', place)];
  return looksLao(en) ? [fault('text.not-english', place)] : [];
}
