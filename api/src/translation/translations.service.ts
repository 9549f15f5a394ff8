import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import {
  canonicalText,
  keptAs,
  type Module,
  readModule,
  readRecord,
  recorded,
  sourceHash,
  type Unit,
  unitsOf,
  unitState,
  type UnitState,
  wordDiff,
} from '../format/index.js';
import {
  DraftEdits,
  DraftFilesStore,
  type DraftSource,
  DraftSources,
  DraftsStore,
  FilesService,
  heldModule,
  moduleFacts,
  outlineFacts,
  recordChange,
  refuseDeep,
  refuseDraft,
  textOf,
  withLaoText,
} from '../authoring/index.js';
import { withLao } from './lao-edits.rules.js';
import type { UnitInput, UnitKeeping, UnitRecording } from './translations.contract.js';

type Counts = Record<UnitState, number>;

/** The work of a translator: what is missing or out of date, the English before and after, and the Lao in its place. */
@Injectable()
export class TranslationsService {
  constructor(
    private readonly drafts: DraftsStore,
    private readonly files: FilesService,
    private readonly store: DraftFilesStore,
    private readonly sources: DraftSources,
    private readonly edits: DraftEdits,
  ) {}

  async list(id: string, only: string | null) {
    const draft = await this.drafts.head(id);
    if (draft === null) throw refuseDraft('draft.missing');
    const copy = await this.sources.of(id);
    const { modules: listed } = outlineFacts(copy.source.texts.get('curriculum.yaml') ?? '');
    const folders = only === null ? listed : [only];
    const modules = folders.map((folder) => this.moduleOf(copy, folder, only !== null));
    const counts = none();
    for (const module of modules) for (const state of states) counts[state] += module.counts[state];
    return { revision: draft.revision, counts, modules };
  }

  private moduleOf({ source, readModule: read }: DraftSource, folder: string, withUnits: boolean) {
    const { code, title } = moduleFacts(source.texts.get(`modules/${folder}/module.md`));
    const lao = moduleFacts(source.texts.get(`modules/${folder}/module.lo.md`)).title;
    const { module } = read(source, folder, true);
    const { record } = readRecord(source, folder);
    const units = module === null ? [] : unitsOf(module);
    const counts = none();
    for (const unit of units) counts[unitState(unit, record)] += 1;
    return {
      folder,
      code,
      title: title === null ? null : { en: title, lo: lao },
      unreadable: module === null,
      counts,
      units: withUnits
        ? units.map((unit) => ({
            unit: unit.id,
            kind: unit.kind,
            trainerOnly: unit.trainerOnly,
            label: firstWords(unit),
            state: unitState(unit, record),
          }))
        : null,
    };
  }

  async unit(id: string, folder: string, unitId: string) {
    const { source, readModule: read } = await this.sources.of(id);
    const { unit } = found(read(source, folder, true).module, unitId);
    const { record } = readRecord(source, folder);
    const state = unitState(unit, record);
    const path = fileOf(folder, unit);
    const [file, old] = await Promise.all([
      this.store.text(id, path),
      state === 'stale' ? this.store.source(record.units[unitId] ?? '') : null,
    ]);
    const now = sourceHash(unit.fields);
    return {
      module: folder,
      unit: unitId,
      kind: unit.kind,
      trainerOnly: unit.trainerOnly,
      state,
      path,
      revision: file?.revision ?? null,
      fields: unit.fields.map(({ name, en, lo, markdown }) => {
        const oldSource = old?.get(name) ?? null;
        return {
          name,
          markdown,
          oldSource,
          newSource: en,
          diff: oldSource === null ? null : wordDiff(oldSource, en),
          translation: lo,
        };
      }),
      kept: record.kept.find((entry) => entry.unit === unitId && entry.hash === now) ?? null,
      changedBy: file?.changedBy ?? null,
      changedAt: file?.changedAt ?? null,
    };
  }

  /** Writes the Lao of a unit into its file, and that it was made from the English that stands there now. */
  async translate(actor: Actor, id: string, { module: folder, unit: unitId, texts, revision }: UnitInput) {
    for (const lao of Object.values(texts)) refuseDeep('module.lo.md', lao);
    await this.edits.apply(actor, id, async (tx) => {
      const source = await heldModule(this.store, tx, id, folder);
      const { module, unit } = found(readModule(source, folder, true).module, unitId);
      const path = fileOf(folder, unit);
      const now = await this.files.unmoved(tx, id, path, revision);
      const text = laoFile(now?.text ?? null, module, unit, new Map(Object.entries(texts)), path);
      const after = { ...source, texts: new Map(source.texts).set(path, canonicalText(text)) };
      const units = unitsOf(readModule(after, folder, true).module ?? module);
      const record = recorded(readRecord(source, folder).record, units, new Set([unitId]));
      return [{ path, content: { text }, why: null }, ...recordChange(source, folder, record)];
    });
    return this.unit(id, folder, unitId);
  }

  async keep(actor: Actor, id: string, { module: folder, unit: unitId, why }: UnitKeeping) {
    await this.edits.apply(actor, id, async (tx) => {
      const source = await heldModule(this.store, tx, id, folder);
      const { unit } = found(readModule(source, folder, true).module, unitId);
      if (!unit.translated) throw refuseDraft('draft.unit_untranslated');
      return recordChange(source, folder, keptAs(readRecord(source, folder).record, unit, why), why);
    });
    return this.unit(id, folder, unitId);
  }

  async record(actor: Actor, id: string, { module: folder, unit: unitId }: UnitRecording) {
    let count = 0;
    const { revision } = await this.edits.apply(actor, id, async (tx) => {
      const source = await heldModule(this.store, tx, id, folder);
      const { module } = readModule(source, folder, true);
      if (unitId !== undefined) found(module, unitId);
      if (module === null) throw refuseDraft('draft.module_missing', { folder });
      const units = unitsOf(module);
      const before = readRecord(source, folder).record;
      const after = recorded(before, units, unitId === undefined ? 'all' : new Set([unitId]));
      count = units.filter((unit) => unitState(unit, before) !== unitState(unit, after)).length;
      return recordChange(source, folder, after);
    });
    return { recorded: count, revision };
  }
}

const states = ['current', 'stale', 'unrecorded', 'missing'] as const;

function none(): Counts {
  return { current: 0, stale: 0, unrecorded: 0, missing: 0 };
}

function found(module: Module | null, unitId: string): { module: Module; unit: Unit } {
  const unit = module === null ? undefined : unitsOf(module).find(({ id }) => id === unitId);
  if (module === null || unit === undefined) throw refuseDraft('draft.unit_missing', { unit: unitId });
  return { module, unit };
}

function fileOf(folder: string, { kind }: Unit): string {
  return `modules/${folder}/${kind === 'question' ? 'questions.yaml' : 'module.lo.md'}`;
}

function laoFile(
  text: string | null,
  module: Module,
  unit: Unit,
  lao: ReadonlyMap<string, string>,
  path: string,
): string {
  if (unit.kind === 'question') return textOf(withLaoText(text ?? '', unit.id.slice('question:'.length), lao), path);
  const edit = withLao(text, module, unit, lao);
  if ('refused' in edit) throw refuseDraft('draft.translation_refused', { unit: unit.id });
  return textOf(edit, path);
}

function firstWords({ fields }: Unit): string {
  const [first] = fields;
  const line = (first?.en ?? '')
    .replace(/\*{1,3}|`|^[#>-]+\s/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}
