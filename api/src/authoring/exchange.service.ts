import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { CurriculaService } from '../curricula/index.js';
import { fault, issuesOf, packInPortions, type Pieces, readArchiveInPortions } from '../format/index.js';
import { Storage } from '../storage/storage.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftSources } from './draft-sources.js';
import { DraftsService } from './drafts.service.js';
import { outlineFacts } from './outline.rules.js';
import { refuseBroken } from './pictures.service.js';
import type { ArchiveUpload } from './upload.js';

/** Bytes of an archive that are sent at once. */
const chunk = 256 * 1024;

const noOutline = fault('archive.no-outline', { file: '', line: 1, column: 1 });

/** Curricula in and out as archives of files. */
@Injectable()
export class ExchangeService {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly drafts: DraftsService,
    private readonly sources: DraftSources,
    private readonly curricula: CurriculaService,
    private readonly storage: Storage,
  ) {}

  /** It lies on the disk until it is in the database. One at a time: the texts of a large one take a good part of the memory. */
  take(actor: Actor, upload: ArchiveUpload) {
    return this.storage.borrow(upload, (archive) => {
      const taken = this.last.then(() => this.taken(actor, archive));
      this.last = taken.catch(() => undefined);
      return taken;
    });
  }

  /** An import is a draft, also of a curriculum that is known here: nothing is ever overwritten by it. */
  private async taken(actor: Actor, archive: Pieces) {
    const { source, faults } = await readArchiveInPortions(archive);
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
    const copy = await this.sources.of(id);
    const { version } = outlineFacts(copy.source.texts.get('curriculum.yaml') ?? '');
    const chunks = packInPortions(this.sources.packables(id, copy));
    return { name: fileName(curriculumCode, `${version ?? ''}-draft`), chunks };
  }

  async version(versionId: string) {
    const { code, version, archive } = await this.curricula.archive(versionId);
    return { name: fileName(code, version), chunks: chunksOf(archive) };
  }
}

function* chunksOf({ size, read }: Pieces): Generator<Uint8Array> {
  for (let at = 0; at < size; at += chunk) yield read(at, chunk);
}

function fileName(code: string, version: string): string {
  return `${[code, version].join('-').replace(/[^a-zA-Z0-9.-]+/g, '-')}.zip`;
}
