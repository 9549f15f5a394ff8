import { canonicalJson } from './canonical.rules.js';
import type { AgendaItem, Curriculum, Localised, Question } from './curriculum.js';
import { unitsOf, type Unit, type UnitField } from './units.rules.js';

/** A text of a module as it is compared between versions. */
export interface SnapshotUnit extends Pick<Unit, 'id' | 'kind' | 'trainerOnly'> {
  readonly fields: readonly Pick<UnitField, 'name' | 'en' | 'lo'>[];
}

export interface SnapshotSection {
  readonly id: string;
  readonly minutes: number;
  /** Blocks and places of questions in order, with what an author sets at them. */
  readonly parts: readonly string[];
  readonly settings: string;
}

export interface SnapshotModule {
  readonly code: string;
  readonly title: Localised;
  readonly minutes: number;
  readonly objectives: readonly string[];
  readonly sections: readonly SnapshotSection[];
  readonly sources: string;
  /** Path → hash of each picture. */
  readonly media: Readonly<Record<string, string>>;
  readonly laoState: string | null;
  readonly units: readonly SnapshotUnit[];
  readonly questions: readonly SnapshotQuestion[];
}

/** A question without its texts, which are units: what decides about marks, and where it belongs. */
export interface SnapshotQuestion {
  readonly id: string;
  readonly use: Question['use'];
  /** Type, key, points, scoring and what is chosen from, as one text. */
  readonly marking: string;
  /** Objective, level and form, as one text. */
  readonly place: string;
}

/** What two versions are compared by. It is kept with a version, because reading all its Markdown again takes too long. */
export interface Snapshot {
  readonly outline: {
    readonly title: Localised;
    readonly summary: Localised;
    readonly series: string;
    readonly days: number;
    readonly languages: string;
    readonly variants: string;
    readonly agenda: readonly AgendaItem[];
    readonly rules: string;
  };
  readonly modules: readonly SnapshotModule[];
  /** `tests/post-test` → the whole file as one text; likewise blueprints, rubrics, surveys. */
  readonly files: Readonly<Record<string, string>>;
}

export function snapshotOf(curriculum: Curriculum): Snapshot {
  const { title, summary, series, days, languages, variants, agenda, rules } = curriculum;
  const files = (['tests', 'blueprints', 'rubrics', 'surveys'] as const).flatMap((list) =>
    curriculum[list].map((file) => [`${list}/${file.code}`, canonicalJson(file)] as const),
  );
  return {
    outline: {
      title,
      summary,
      series,
      days,
      languages: canonicalJson(languages),
      variants: canonicalJson(variants),
      agenda,
      rules: canonicalJson(rules),
    },
    modules: curriculum.modules.map((module) => ({
      code: module.code,
      title: { en: module.title, lo: module.lao?.title ?? null },
      minutes: module.minutes,
      objectives: module.objectives.map(({ id }) => id),
      sections: module.prose.sections.map(({ id, minutes, only, skip, parts }) => ({
        id,
        minutes: minutes ?? 0,
        parts: parts.flatMap((part) => {
          if (part.kind === 'text') return [];
          if (part.kind === 'question') return [`question ${part.id}`];
          return [canonicalJson([part.kind, part.id, part.minutes, part.only, part.skip])];
        }),
        settings: canonicalJson([only, skip]),
      })),
      sources: canonicalJson(module.sources),
      media: Object.fromEntries([...module.images].map(([path, { hash }]) => [path, hash])),
      laoState: module.lao?.state ?? null,
      units: unitsOf(module).map(({ id, kind, trainerOnly, fields }) => ({
        id,
        kind,
        trainerOnly,
        fields: fields.map(({ name, en, lo }) => ({ name, en, lo })),
      })),
      questions: module.questions.map(toSnapshotQuestion),
    })),
    files: Object.fromEntries(files),
  };
}

function toSnapshotQuestion(question: Question): SnapshotQuestion {
  const { id, use, objective, level, form } = question;
  return { id, use, marking: canonicalJson(withoutTexts(question)), place: canonicalJson([objective, level, form]) };
}

const texts = new Set(['prompt', 'rationale', 'text', 'alt', 'label', 'objective', 'level', 'form', 'use']);

/** Everything of a question but its words: ids, key, points. Accepted spellings stay, because they decide about marks. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !texts.has(key))
      .map(([key, entry]) => [key, withoutTexts(entry)]),
  );
}
