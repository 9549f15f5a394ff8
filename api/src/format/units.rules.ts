import { createHash } from 'node:crypto';
import type { RootContent } from 'mdast';
import { blockForms } from './block-kinds.rules.js';
import type { Localised, Module, Part, Prose, Question, QuestionPart } from './curriculum.js';
import { paired } from './pairing.rules.js';
import { isTranslated } from './question-text.rules.js';

export const unitKinds = ['title', 'objective', 'list', 'section', 'block', 'text', 'question'] as const;

/** One text of a unit in both languages. */
export interface UnitField {
  /** What it is inside the unit: `text`, `title`, `prompt`, `options.a`, `parts.element.prompt` … */
  readonly name: string;
  readonly en: string;
  readonly lo: string | null;
  readonly markdown: boolean;
}

/** A piece of a module that is translated as one: it has one English source, and goes out of date as one. */
export interface Unit {
  readonly id: string;
  readonly kind: (typeof unitKinds)[number];
  readonly trainerOnly: boolean;
  readonly fields: readonly UnitField[];
  /** Whether a Lao reader sees Lao here. */
  readonly translated: boolean;
  /** Where the Lao stands in its file, if that is module.lo.md; of a question, its place among the questions. */
  readonly line: number;
}

/** The units of a module in reading order, questions last. Their ids are stable: they come from ids that authors gave. */
export function unitsOf(module: Omit<Module, 'stale'>): Unit[] {
  const { lao, prose } = module;
  const laoObjectives = new Map(lao?.objectives.map(({ id, text }) => [id, text]));
  const laoSections = new Map(lao?.prose.sections.map((section) => [section.id, section]));
  const english = raw(prose, module.body);
  const translated = lao === null ? null : raw(lao.prose, lao.body);
  const plain = (
    id: string,
    kind: Unit['kind'],
    trainerOnly: boolean,
    en: string,
    lo: string | null,
    line = 1,
  ): Unit => ({
    id,
    kind,
    trainerOnly,
    fields: [{ name: 'text', en, lo, markdown: false }],
    translated: lo !== null,
    line,
  });
  return [
    plain('title', 'title', false, module.title, lao?.title ?? null),
    ...module.objectives.map(({ id, text }) =>
      plain(`objective:${id}`, 'objective', false, text, laoObjectives.get(id) ?? null),
    ),
    ...(['methods', 'materials'] as const).flatMap((list) =>
      module[list].length === 0 ? [] : [plain(list, 'list', true, lines(module[list]), linesOrNull(lao?.[list]))],
    ),
    ...prose.sections.flatMap((section): Unit[] => {
      const own = laoSections.get(section.id) ?? null;
      /* A section that somebody began in Lao with its English heading still waits for its title. */
      const title = own === null || own.title === section.title ? null : own.title;
      return [
        plain(`section:${section.id}`, 'section', false, section.title, title, own?.line),
        ...paired(section, own).flatMap(({ part, anchor, lao: found, covered }): Unit[] => {
          if (part.kind === 'question') return [];
          const shown = found !== null && found.kind === part.kind ? found : null;
          const unit = textUnit(part, anchor, shown, english, translated);
          /* The Lao before it says this too: it is translated, and has no text of its own. */
          return [covered ? { ...unit, fields: unit.fields.map((field) => ({ ...field, lo: null })) } : unit];
        }),
      ];
    }),
    ...module.questions.map((question, index) => questionUnit(question, index)),
  ];
}

/** Twelve hexadecimal digits of the SHA-256 of the English texts with their names. */
export function sourceHash(fields: readonly Pick<UnitField, 'name' | 'en'>[]): string {
  const texts = fields.map(({ name, en }) => [name, en]);
  return createHash('sha256').update(JSON.stringify(texts), 'utf8').digest('hex').slice(0, 12);
}

/** The unit that a part of a page belongs to; `anchor` is the id of what stands before a run of text. */
export function unitId(part: Part, anchor: string): string {
  if (part.kind === 'text') return `text:${anchor}`;
  if (part.kind === 'question') return `question:${part.id}`;
  return ['title', 'methods', 'materials'].includes(part.id) ? `block:${part.id}` : part.id;
}

type Written = Exclude<Part, { kind: 'question' }>;

function textUnit(part: Written, anchor: string, lao: Part | null, english: Raw, translated: Raw | null): Unit {
  const isBlock = part.kind !== 'text';
  const found = lao === null || lao.kind === 'question' ? null : lao;
  const text: UnitField = {
    name: 'text',
    en: english(part.nodes),
    lo: found === null || translated === null ? null : translated(found.nodes),
    markdown: true,
  };
  const title: UnitField[] =
    isBlock && part.title !== null
      ? [
          {
            name: 'title',
            en: part.title,
            lo: found !== null && found.kind !== 'text' ? found.title : null,
            markdown: false,
          },
        ]
      : [];
  return {
    id: unitId(part, anchor),
    kind: isBlock ? 'block' : 'text',
    trainerOnly: isBlock && blockForms[part.kind].trainerOnly,
    fields: [...title, text],
    translated: found !== null,
    line: found?.line ?? 1,
  };
}

function questionUnit(question: Question, index: number): Unit {
  return {
    id: `question:${question.id}`,
    kind: 'question',
    trainerOnly: false,
    fields: questionFields(question),
    translated: isTranslated(question, 'lo'),
    line: index,
  };
}

/** The names are the way to a text inside the entry of questions.yaml: entries of lists by their id. */
function questionFields(question: Question | QuestionPart): UnitField[] {
  const field = (name: string, { en, lo }: Localised): UnitField => ({ name, en, lo, markdown: false });
  const list = (name: string, entries: readonly { readonly id: string; readonly text: Localised }[]) =>
    entries.map(({ id, text }) => field(`${name}.${id}`, text));
  const own = (): UnitField[] => {
    switch (question.type) {
      case 'single':
      case 'multiple':
        return list('options', question.options);
      case 'matching':
        return [...list('rows', question.rows), ...list('choices', question.choices)];
      case 'ordering':
        return list('steps', question.steps);
      case 'hotspot':
        return [field('alt', question.alt), ...question.spots.map(({ id, label }) => field(`spots.${id}`, label))];
      case 'case':
        return question.parts.flatMap((part) =>
          questionFields(part).map((inner) => ({ ...inner, name: `parts.${part.id}.${inner.name}` })),
        );
      case 'short-answer':
        return question.accept.map(({ en, lo }, index) =>
          field(`accept.${index}`, { en: lines(en), lo: linesOrNull(lo) }),
        );
      case 'true-false':
      case 'number':
      case 'mrz':
        return [];
    }
  };
  const rationale = question.rationale === null ? [] : [field('rationale', question.rationale)];
  return [field('prompt', question.prompt), ...own(), ...rationale];
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}

function linesOrNull(texts: readonly string[] | null | undefined): string | null {
  return texts === null || texts === undefined || texts.length === 0 ? null : lines(texts);
}

type Raw = (nodes: readonly RootContent[]) => string;

/** The Markdown of some nodes as typed. `body` begins where the first node of the file does. */
function raw({ root }: Prose, body: string): Raw {
  const shift = root.children[0]?.position?.start.offset ?? 0;
  return (nodes) => {
    const [first, last] = [nodes[0]?.position?.start.offset, nodes.at(-1)?.position?.end.offset];
    return first === undefined || last === undefined ? '' : body.slice(first - shift, last - shift);
  };
}
