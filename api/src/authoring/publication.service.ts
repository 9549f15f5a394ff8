import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { AfterPublishing, ComparisonService, PublicationsService } from '../curricula/index.js';
import { Queries } from '../db/queries.js';
import { canonicalForm, contentHash, issuesOf, snapshotOf } from '../format/index.js';
import { Clock } from '../kernel/clock.js';
import { refuseRequest } from '../http/http.failures.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftEdits } from './draft-edits.js';
import { DraftFilesStore } from './draft-files.store.js';
import { DraftSources } from './draft-sources.js';
import type { DraftPublication } from './drafts.contract.js';
import { DraftsStore } from './drafts.store.js';
import { moduleFacts, outlineFacts, renumbered } from './outline.rules.js';
import { textOf } from './questions.service.js';

/** From draft to version: what it would change, the request to publish, and what becomes of the draft. */
@Injectable()
export class PublicationService implements OnModuleInit {
  constructor(
    private readonly queries: Queries,
    private readonly store: DraftsStore,
    private readonly files: DraftFilesStore,
    private readonly sources: DraftSources,
    private readonly edits: DraftEdits,
    private readonly comparisons: ComparisonService,
    private readonly publications: PublicationsService,
    private readonly after: AfterPublishing,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.after.register(async (tx, { versionId, version, by, draftId, curriculum }) => {
      await this.edits.keepSourcesOf(tx, curriculum.modules);
      if (draftId === null) return;
      const draft = await this.store.held(tx, draftId);
      if (draft?.state !== 'open') return;
      const at = this.clock.now();
      await this.store.change(tx, draftId, {
        state: 'published',
        closedBy: by,
        closedAt: at,
        publishedVersionId: versionId,
      });
      await this.audit.append(tx, {
        actorId: by,
        action: 'draft.published',
        subjectKind: 'curriculum_draft',
        subjectId: draftId,
        details: { code: draft.curriculumCode, version, versionId },
      });
    });
  }

  async comparison(id: string, side: 'base' | 'newest') {
    const draft = await this.store.head(id);
    if (draft === null) throw refuseDraft('draft.missing');
    const against =
      side === 'base' && draft.base !== null ? draft.base : await this.store.newestVersion(draft.curriculumCode);
    const copy = await this.sources.of(id);
    const own = outlineFacts(copy.source.texts.get('curriculum.yaml') ?? '').version ?? '0.1.0';
    if (against === null) return { with: null, proposed: own, comparison: null, unread: [] };
    const { readable, faults } = await copy.curriculum();
    if (readable === null) throw refuseDraft('draft.faulty', {}, issuesOf(faults));
    const unread = readable.unread.map((path) => ({
      path,
      code: moduleFacts(copy.source.texts.get(`${path}/module.md`)).code,
    }));
    const {
      proposed,
      from: _from,
      ...comparison
    } = await this.comparisons.withDraft(against.id, snapshotOf(readable.curriculum), unread);
    return { with: against, proposed, comparison, unread: readable.unread };
  }

  /** Sets the number, and asks for the version. What can be refused is refused now; the rest is a job that can be watched. */
  async publish(actor: Actor, id: string, { version, why }: DraftPublication) {
    await this.number(actor, id, version);
    const draft = (await this.store.head(id))!;
    const copy = await this.sources.of(id);
    const { curriculum, faults } = await copy.curriculum();
    if (curriculum === null) throw refuseDraft('draft.faulty', {}, issuesOf(faults));
    const base = draft.base === null ? null : await this.store.codeOf(draft.base.id);
    if (base !== null && base !== curriculum.code) throw refuseDraft('draft.code_changed', { code: base });
    const same = await this.store.versionWith(curriculum.code, contentHash(canonicalForm(curriculum)));
    if (same !== null) throw refuseDraft('draft.unchanged', { version: same.version });
    const publicationId = await this.publications.queue(
      copy.source,
      { by: actor.personId, why, draftId: id },
      { checked: curriculum, files: this.sources.packables(id, copy) },
    );
    const isSame = await this.queries.transaction(async (tx) => {
      const now = await this.store.held(tx, id);
      await this.store.change(tx, id, { publicationId });
      return now?.revision === draft.revision;
    });
    if (isSame) return { publicationId };
    await this.publications.cancel(publicationId);
    throw refuseRequest('http.stale');
  }

  private async number(actor: Actor, id: string, version: string): Promise<void> {
    const path = 'curriculum.yaml';
    await this.edits.apply(actor, id, async (tx) => {
      const outline = (await this.files.heldTexts(tx, id, [path])).get(path)?.text ?? '';
      if (outlineFacts(outline).version === version) return [];
      return [{ path, content: { text: textOf(renumbered(outline, version), path) }, why: `→ ${version}` }];
    });
  }
}
