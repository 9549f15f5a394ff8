import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { CurriculaService } from '../curricula/index.js';
import { Queries } from '../db/queries.js';
import type { Source } from '../format/index.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftEdits, type SourceTexts, sourceTextsOf } from './draft-edits.js';
import { type Change, DraftFilesStore } from './draft-files.store.js';
import { type DraftSource, DraftSources } from './draft-sources.js';
import type { draftActions, DraftInput, DraftsQuery } from './drafts.contract.js';
import { type DraftHead, DraftsStore } from './drafts.store.js';
import { moduleFacts, outlineFacts } from './outline.rules.js';
import { Recall } from './recall.rules.js';
import { newCurriculum } from './skeleton.rules.js';

/** Letters of the modules whose lines are kept; a line is little beside them. */
const mostLetters = 24_000_000;

/** How long somebody counts as being at work on a draft after a change, in milliseconds. */
const atWork = 10 * 60_000;

@Injectable()
export class DraftsService {
  private readonly lines = new Recall(lineOf, mostLetters);

  constructor(
    private readonly queries: Queries,
    private readonly store: DraftsStore,
    private readonly files: DraftFilesStore,
    private readonly sources: DraftSources,
    private readonly edits: DraftEdits,
    private readonly curricula: CurriculaService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: DraftsQuery) {
    const after = fromCursor(query.after, 2) as [string, string] | null;
    const isKey =
      after !== null && !Number.isNaN(Date.parse(String(after[0]))) && /^[0-9a-f-]{36}$/.test(String(after[1]));
    const page = pageOf(await this.store.list(query, isKey ? after : null), query.limit, ({ changedAt, id }) => [
      changedAt.toISOString(),
      id,
    ]);
    return { ...page, items: page.items.map((draft) => ({ ...draft, allowed: allowed(actor, draft) })) };
  }

  async detail(actor: Actor, id: string) {
    const draft = await this.store.head(id);
    if (draft === null) throw refuseDraft('draft.missing');
    const since = new Date(this.clock.now().getTime() - atWork);
    const [files, others, { source }] = await Promise.all([
      this.files.heads(id),
      this.store.others(id, actor.personId, since),
      this.sources.of(id),
    ]);
    return { ...draft, allowed: allowed(actor, draft), files, others, modules: await this.modulesOf(id, source) };
  }

  private async modulesOf(id: string, source: Source) {
    const { modules, hasLao } = outlineFacts(source.texts.get('curriculum.yaml') ?? '');
    const lying = new Set([...source.texts.keys()].flatMap((path) => /^modules\/([^/]+)\//.exec(path)?.[1] ?? []));
    const unlisted = [...lying].filter((folder) => !modules.includes(folder)).sort();
    const lines = [];
    for (const folder of [...modules, ...unlisted]) {
      lines.push({ ...this.lines.of(id)(source, folder, hasLao), listed: modules.includes(folder) });
      await setImmediate();
    }
    return lines;
  }

  async open(actor: Actor, input: DraftInput) {
    if (input.from === 'new') {
      const known = await this.store.newestVersion(input.code);
      if (known !== null) throw refuseDraft('draft.curriculum_exists', { code: input.code });
      const source = { texts: newCurriculum(input), pictures: new Map() };
      return this.begin(actor, source, { baseVersionId: null, why: 'new' });
    }
    const source = await this.curricula.source(input.versionId);
    return this.begin(actor, source, { baseVersionId: input.versionId, why: 'version' });
  }

  /** A draft with the files of a curriculum. It is never the same as another one, whatever its code. */
  async begin(
    actor: Actor,
    source: Source,
    { baseVersionId, why }: { baseVersionId: string | null; why: 'new' | 'version' | 'import' },
  ) {
    const { texts, pictures } = source;
    const facts = outlineFacts(texts.get('curriculum.yaml') ?? '');
    const code = facts.code ?? (baseVersionId === null ? null : await this.store.codeOf(baseVersionId)) ?? 'unnamed';
    const id = newId<'draft'>();
    const at = this.clock.now();
    const by = actor.personId;
    const copy = this.sources.first(id, source);
    const english = await sourceTextsIn(copy, facts);
    const changes: Change[] = [
      ...[...texts].map(([path, text]) => ({ path, content: { text }, why: null })),
      ...[...pictures].map(([path, picture]) => ({ path, content: { picture }, why: null })),
    ];
    await this.queries.transaction(async (tx) => {
      await this.store.add(tx, {
        id,
        curriculumCode: code,
        titleEn: facts.titleEn ?? code,
        titleLo: facts.titleLo,
        baseVersionId,
        state: 'open',
        revision: 1,
        openedBy: by,
        openedAt: at,
        changedBy: by,
        changedAt: at,
        closedBy: null,
        closedAt: null,
        publicationId: null,
        publishedVersionId: null,
      });
      await this.edits.write(tx, id, changes, { revision: 1, by, at });
      await this.edits.keepSourceTexts(tx, english);
      await this.audit.append(tx, {
        actorId: by,
        action: 'draft.opened',
        subjectKind: 'curriculum_draft',
        subjectId: id,
        details: { code, from: why, baseVersionId },
      });
    });
    this.sources.remember(id, copy);
    return this.detail(actor, id);
  }

  async discard(actor: Actor, id: string, why: string | null) {
    await this.queries.transaction(async (tx) => {
      const draft = await this.edits.open(tx, id);
      if (draft.openedBy !== actor.personId && scope(actor, 'curriculum.publish') === null)
        throw refuseDraft('draft.not_yours');
      await this.store.change(tx, id, { state: 'discarded', closedBy: actor.personId, closedAt: this.clock.now() });
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'draft.discarded',
        subjectKind: 'curriculum_draft',
        subjectId: id,
        details: { code: draft.curriculumCode, why },
      });
    });
    return this.detail(actor, id);
  }

  /** The version that an import belongs to: the newest of its curriculum, when there is one. */
  async newestOf(code: string | null): Promise<string | null> {
    return code === null ? null : ((await this.store.newestVersion(code))?.id ?? null);
  }

  async known(id: string): Promise<DraftHead> {
    const draft = await this.store.head(id);
    if (draft === null) throw refuseDraft('draft.missing');
    return draft;
  }
}

/** What may be done with a draft now, and by whom. */
function allowed(actor: Actor, { state, openedBy, publication }: DraftHead): (typeof draftActions)[number][] {
  if (state !== 'open' || publication?.state === 'queued') return [];
  const publishes = scope(actor, 'curriculum.publish') !== null;
  const mayDiscard = publishes || openedBy?.id === actor.personId;
  return ['edit', ...(publishes ? (['publish'] as const) : []), ...(mayDiscard ? (['discard'] as const) : [])];
}

/** Every English text of a draft by its hash, module by module: between two of them the server answers others. */
async function sourceTextsIn(
  { source, readModule }: DraftSource,
  { modules, hasLao }: Pick<ReturnType<typeof outlineFacts>, 'modules' | 'hasLao'>,
): Promise<SourceTexts> {
  const all: SourceTexts[] = [];
  for (const folder of modules) {
    all.push(sourceTextsOf(readModule(source, folder, hasLao).module));
    await setImmediate();
  }
  return new Map(all.flatMap((texts) => [...texts]));
}

/** What a list of modules shows of one; without its text, because a large draft has hundreds. */
function lineOf({ texts }: Source, folder: string) {
  const { code, title } = moduleFacts(texts.get(`modules/${folder}/module.md`));
  const lao = moduleFacts(texts.get(`modules/${folder}/module.lo.md`)).title;
  return { folder, code, title: title === null ? null : { en: title, lo: lao } };
}
