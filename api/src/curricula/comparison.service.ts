import { Injectable } from '@nestjs/common';
import {
  comparableTo,
  compare,
  type Comparison,
  proposedVersion,
  type Snapshot,
  snapshotOf,
  type Unread,
} from '../format/index.js';
import { refuseCurriculum } from './curricula.failures.js';
import { CurriculaService } from './curricula.service.js';
import { VersionsStore } from './versions.store.js';

/** Two versions set beside each other. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly store: VersionsStore,
    private readonly curricula: CurriculaService,
  ) {}

  async ofVersions(beforeId: string, afterId: string) {
    const [before, after] = await Promise.all([this.side(beforeId), this.side(afterId)]);
    if (before.curriculumId !== after.curriculumId) throw refuseCurriculum('curriculum.not_comparable');
    const { snapshot: was, ...from } = before;
    const { snapshot: is, ...to } = after;
    return { from, to, ...compare(was, is) };
  }

  /** What a draft would change in a version, as far as it can be read, and the number that it asks for. */
  async withDraft(
    versionId: string,
    draft: Snapshot,
    unread: readonly Unread[],
  ): Promise<Comparison & { proposed: string; from: { version: string } }> {
    const { snapshot, ...from } = await this.side(versionId);
    const comparison = compare(comparableTo(snapshot, draft, unread), draft);
    return { ...comparison, from, proposed: proposedVersion(from.version, comparison.class) };
  }

  private async side(versionId: string) {
    const found = await this.store.comparable(versionId);
    if (found === null) throw refuseCurriculum('curriculum.version_missing');
    const { snapshot, ...head } = found;
    return { ...head, snapshot: snapshot ?? snapshotOf(await this.curricula.curriculum(versionId)) };
  }
}
