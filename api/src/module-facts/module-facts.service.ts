import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import type { Tx } from '../db/queries.js';
import {
  canonicalText,
  inReadingOrder,
  readModule,
  readProse,
  readRecord,
  recorded,
  sectionMinutes,
  type Source,
  splitFrontMatter,
  unitsOf,
  unitState,
} from '../format/index.js';
import {
  type Change,
  DraftEdits,
  DraftFilesStore,
  DraftSources,
  FilesService,
  frontMatter,
  heldModule,
  moduleFacts,
  outlineFacts,
  recordChange,
  refuseDraft,
  type Standing,
  textOf,
} from '../authoring/index.js';
import type { FactsInput } from './module-facts.contract.js';
import { withEnglishFacts, withLaoFacts } from './module-facts-edits.rules.js';
import { factsFaults } from './module-facts-faults.rules.js';
import { citations, factsOf, type ModuleFacts, newlySaid, objectivesNamed, tidied } from './module-facts.rules.js';

/** What a module says about itself at the head of its two files, read and written as one. */
@Injectable()
export class ModuleFactsService {
  constructor(
    private readonly files: FilesService,
    private readonly store: DraftFilesStore,
    private readonly edits: DraftEdits,
    private readonly sources: DraftSources,
  ) {}

  async of(id: string, folder: string) {
    const copy = await this.sources.of(id);
    const { source, revisions } = copy;
    if (source.texts.size === 0) throw refuseDraft('draft.missing');
    const paths = pathsOf(folder);
    const [english, lao] = [source.texts.get(paths.en), source.texts.get(paths.lo) ?? null];
    if (english === undefined) throw refuseDraft('draft.module_missing', { folder });
    const states = unitStates(source, folder);
    const facts = readable(
      factsOf(english, lao, (unit) => states.get(unit) === 'current'),
      folder,
    );
    const [file, laoFile] = await Promise.all([this.store.text(id, paths.en), this.store.text(id, paths.lo)]);
    const last = [file, laoFile].reduce((a, b) => ((b?.revision ?? 0) > (a?.revision ?? 0) ? b : a));
    if (last === null) throw refuseDraft('draft.module_missing', { folder });
    const bodies = [english, lao ?? ''].map((text) => splitFrontMatter(text).body);
    const code = moduleFacts(english).code ?? '';
    const { hasLao } = outlineFacts(source.texts.get('curriculum.yaml') ?? '');
    const cited = citations(
      bodies,
      facts.sources.map((one) => one.id),
    );
    return {
      folder,
      code,
      revisions: { en: revisions.get(paths.en) ?? 0, lo: revisions.get(paths.lo) ?? null },
      facts,
      sectionMinutes: sectionMinutes(readProse(paths.en, bodies[0]!, 'en').prose),
      stale: [...states].flatMap(([unit, state]) => (state === 'stale' && isFact(unit) ? [unit] : [])),
      uses: usesOf(source.texts, folder).filter(({ objective }) => objective.startsWith(`${code}.`)),
      cited: [...cited].map(([one, times]) => ({ source: one, times })),
      faults: inReadingOrder(copy.readModule(source, folder, hasLao).faults).filter(
        (fault) =>
          (fault.file === paths.en && isInHead(english, fault.line)) ||
          (fault.file === paths.lo && isInHead(lao ?? '', fault.line)),
      ),
      changedBy: last.changedBy,
      changedAt: last.changedAt,
    };
  }

  async write(actor: Actor, id: string, folder: string, { facts: typed, revisions }: FactsInput) {
    const paths = pathsOf(folder);
    const facts = tidied(typed);
    await this.edits.apply(actor, id, async (tx) => {
      const english = await this.files.unmoved(tx, id, paths.en, revisions.en);
      const lao = await this.files.unmoved(tx, id, paths.lo, revisions.lo);
      if (english === null) throw refuseDraft('draft.module_missing', { folder });
      const source = await heldModule(this.store, tx, id, folder);
      const states = unitStates(source, folder);
      const isCurrent = (unit: string) => states.get(unit) === 'current';
      const before = readable(factsOf(english.text, lao?.text ?? null, isCurrent), folder);
      const faults = factsFaults(moduleFacts(canonicalText(english.text)).code ?? '', facts);
      if (faults.length > 0) throw refuseDraft('draft.facts_refused', { count: faults.length }, faults);
      await this.refuseUsed(tx, id, source, folder, before, facts);
      const changes = [
        changed(paths.en, english, textOf(withEnglishFacts(english.text, facts), paths.en)),
        laoChange(paths.lo, lao, withLaoFacts(lao?.text ?? null, facts, before)),
      ].flat();
      if (changes.length === 0) return [];
      return [...changes, ...recordOf(source, folder, changes, newlySaid(before, facts, isCurrent))];
    });
    return this.of(id, folder);
  }

  /** An objective that something asks about stays: without it, the questions would ask about nothing. */
  private async refuseUsed(
    tx: Tx,
    id: string,
    source: Source,
    folder: string,
    before: ModuleFacts,
    after: ModuleFacts,
  ): Promise<void> {
    const gone = before.objectives.filter((one) => !after.objectives.some((other) => other.id === one.id));
    if (gone.length === 0) return;
    const paths = await this.store.heldPaths(tx, id, 'blueprints/');
    const blueprints = [...(await this.store.heldTexts(tx, id, paths))].map(
      ([path, { text }]) => [path, text ?? ''] as const,
    );
    const uses = usesOf(new Map([...source.texts, ...blueprints]), folder);
    const use = uses.find(({ objective }) => gone.some((one) => one.id === objective));
    if (use !== undefined)
      throw refuseDraft('draft.objective_used', {
        id: use.objective,
        by: [...use.questions, ...use.blueprints].join(', '),
      });
  }
}

function pathsOf(folder: string): { en: string; lo: string } {
  return { en: `modules/${folder}/module.md`, lo: `modules/${folder}/module.lo.md` };
}

function readable(facts: ReturnType<typeof factsOf>, folder: string): ModuleFacts {
  if (!('file' in facts)) return facts;
  const path = pathsOf(folder)[facts.file];
  if ('brokenAt' in facts) throw refuseDraft('draft.yaml_broken', { path, line: facts.brokenAt });
  throw refuseDraft('draft.facts_unreadable', { path, field: facts.strange });
}

function unitStates(source: Source, folder: string): Map<string, ReturnType<typeof unitState>> {
  const { module } = readModule(source, folder, true);
  const { record } = readRecord(source, folder);
  return new Map((module === null ? [] : unitsOf(module)).map((unit) => [unit.id, unitState(unit, record)]));
}

function isFact(unit: string): boolean {
  return unit === 'title' || unit === 'methods' || unit === 'materials' || unit.startsWith('objective:');
}

function usesOf(texts: ReadonlyMap<string, string>, folder: string) {
  const questions = objectivesNamed(texts.get(`modules/${folder}/questions.yaml`) ?? '', 'questions');
  const cells = [...texts].flatMap(([path, text]) =>
    path.startsWith('blueprints/') ? [[path, objectivesNamed(text, 'cells')] as const] : [],
  );
  const objectives = new Set([...questions.keys(), ...cells.flatMap(([, named]) => [...named.keys()])]);
  return [...objectives].map((objective) => ({
    objective,
    questions: questions.get(objective) ?? [],
    blueprints: cells.flatMap(([path, named]) => (named.has(objective) ? [path] : [])),
  }));
}

/** The first line stands for the whole file. */
function isInHead(text: string, line: number): boolean {
  return line > 1 && line <= (frontMatter(text) ?? '').split('\n').length;
}

function changed(path: string, before: Standing | null, text: string): Change[] {
  return before?.text === text ? [] : [{ path, content: { text }, why: null }];
}

function laoChange(path: string, before: Standing | null, edit: ReturnType<typeof withLaoFacts>): Change[] {
  return edit === null ? [] : changed(path, before, textOf(edit, path));
}

/** What was said anew in Lao is made from the English of this very change. */
function recordOf(source: Source, folder: string, changes: readonly Change[], said: ReadonlySet<string>): Change[] {
  const texts = new Map(source.texts);
  for (const { path, content } of changes)
    if (content !== null && 'text' in content) texts.set(path, canonicalText(content.text));
  const { module } = readModule({ ...source, texts }, folder, true);
  if (module === null) return [];
  const { record } = readRecord(source, folder);
  if (said.size === 0 && Object.keys(record.units).length === 0) return [];
  return recordChange(source, folder, recorded(record, unitsOf(module), said));
}
