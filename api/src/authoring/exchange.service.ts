import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { CurriculaService } from '../curricula/index.js';
import { fault, issuesOf, packSource, readArchive } from '../format/index.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftSources } from './draft-sources.js';
import { DraftsService } from './drafts.service.js';
import { outlineFacts } from './outline.rules.js';
import { refuseBroken } from './pictures.service.js';
import type { Upload } from './upload.js';

const noOutline = fault('archive.no-outline', { file: '', line: 1, column: 1 });

/** Curricula in and out as archives of files. */
@Injectable()
export class ExchangeService {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly drafts: DraftsService,
    private readonly sources: DraftSources,
    private readonly curricula: CurriculaService,
  ) {}

  /** One at a time: a large archive takes some hundred megabytes of memory until it is in the database. */
  take(actor: Actor, upload: Upload) {
    const taken = this.last.then(() => this.taken(actor, upload));
    this.last = taken.catch(() => undefined);
    return taken;
  }

  /** An import is a draft, also of a curriculum that is known here: nothing is ever overwritten by it. */
  private async taken(actor: Actor, { bytes }: Upload) {
    const { source, faults } = readArchive(bytes);
    const outline = source.texts.get('curriculum.yaml');
    const found = issuesOf(faults);
    if (found.length > 0) throw refuseDraft('draft.archive_refused', { faults: found.length }, found);
    if (outline === undefined) throw refuseDraft('draft.archive_refused', { faults: 1 }, issuesOf([noOutline]));
    await refuseBroken(source.pictures);
    const baseVersionId = await this.drafts.newestOf(outlineFacts(outline).code);
    return this.drafts.begin(actor, source, { baseVersionId, why: 'import' });
  }

  async draft(id: string) {
    const { curriculumCode } = await this.drafts.known(id);
    const source = await this.sources.whole(id, await this.sources.of(id));
    const { version } = outlineFacts(source.texts.get('curriculum.yaml') ?? '');
    return { name: fileName(curriculumCode, `${version ?? ''}-draft`), bytes: packSource(source) };
  }

  async version(versionId: string) {
    const code = await this.drafts.versionCode(versionId);
    const source = await this.curricula.source(versionId);
    const { version } = outlineFacts(source.texts.get('curriculum.yaml') ?? '');
    return { name: fileName(code, version ?? ''), bytes: packSource(source) };
  }
}

function fileName(code: string, version: string): string {
  return `${[code, version].join('-').replace(/[^a-zA-Z0-9.-]+/g, '-')}.zip`;
}
