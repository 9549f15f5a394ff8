import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import type { Tx } from '../db/queries.js';
import { canonicalText, readModule } from '../format/index.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftEdits, type Saved } from './draft-edits.js';
import { type Change, DraftFilesStore, hashOf } from './draft-files.store.js';
import type { ModuleInput } from './drafts.contract.js';
import { FilesService } from './files.service.js';
import type { ListedFileInput, ListedFileRemoval } from './listed-files.contract.js';
import { newListedFile, type SkeletonFacts } from './listed-skeleton.rules.js';
import {
  moduleFacts,
  outlineFacts,
  reordered,
  withListed,
  withModule,
  withoutListed,
  withoutModule,
} from './outline.rules.js';
import { textOf } from './questions.service.js';
import { newModule } from './skeleton.rules.js';
import type { YamlEdit } from './yaml-edits.rules.js';

const path = 'curriculum.yaml';

/** What curriculum.yaml lists: modules, tests, blueprints, rubrics and surveys; added, removed and put in order, whoever else edits it. */
@Injectable()
export class OutlineService {
  constructor(
    private readonly store: DraftFilesStore,
    private readonly edits: DraftEdits,
    private readonly files: FilesService,
  ) {}

  addModule(actor: Actor, id: string, input: ModuleInput): Promise<Saved> {
    return this.edit(actor, id, async (tx, outline) => {
      const { modules } = outlineFacts(outline);
      const codes = await this.codes(tx, id, modules);
      const files = await this.store.heldPaths(tx, id, `modules/${input.folder}/`);
      if (modules.includes(input.folder) || files.length > 0 || [...codes.values()].includes(input.code))
        throw refuseDraft('draft.module_exists', { code: input.code, folder: input.folder });
      const made = [...newModule(input)].map(([file, text]): Change => ({ path: file, content: { text }, why: null }));
      return { edit: withModule(outline, input.folder, input.code), others: made };
    });
  }

  orderModules(actor: Actor, id: string, folders: readonly string[]): Promise<Saved> {
    return this.edit(actor, id, async (tx, outline) => {
      const { modules } = outlineFacts(outline);
      const isSame = modules.length === folders.length && modules.every((folder) => folders.includes(folder));
      if (!isSame) throw refuseDraft('draft.order_differs');
      return { edit: reordered(outline, folders, await this.codes(tx, id, modules)), others: [] };
    });
  }

  /** The files go too; the history keeps them. */
  removeModule(actor: Actor, id: string, folder: string): Promise<Saved> {
    return this.edit(actor, id, async (tx, outline) => {
      const files = await this.store.heldPaths(tx, id, `modules/${folder}/`);
      if (files.length === 0 && !outlineFacts(outline).modules.includes(folder))
        throw refuseDraft('draft.module_missing', { folder });
      const code = (await this.codes(tx, id, [folder])).get(folder) ?? null;
      const gone = files.map((file): Change => ({ path: file, content: null, why: null }));
      return { edit: withoutModule(outline, folder, code), others: gone };
    });
  }

  addFile(actor: Actor, id: string, input: ListedFileInput): Promise<Saved> {
    const { list, code } = input;
    const file = `${list}/${code}.yaml`;
    return this.edit(actor, id, async (tx, outline) => {
      if ((await this.store.heldPaths(tx, id, file)).includes(file) || (await this.store.heldTwin(tx, id, file)))
        throw refuseDraft('draft.file_exists', { path: file });
      const edit = withListed(outline, list, code, input.list === 'tests' ? input.purpose : null);
      const text = newListedFile(input, await this.skeletonFacts(tx, id, outline));
      return { edit, others: [{ path: file, content: { text }, why: null }] };
    });
  }

  /** The file goes too, unless somebody changed it meanwhile; the history keeps it. */
  removeFile(actor: Actor, id: string, { list, code, revision }: ListedFileRemoval): Promise<Saved> {
    const file = `${list}/${code}.yaml`;
    return this.edit(actor, id, async (tx, outline) => {
      const there = await this.files.unmoved(tx, id, file, revision ?? null);
      const edit = withoutListed(outline, list, code);
      if (there === null && 'text' in edit && edit.text === outline)
        throw refuseDraft('draft.file_missing', { path: file });
      return { edit, others: there === null ? [] : [{ path: file, content: null, why: null }] };
    });
  }

  private async edit(
    actor: Actor,
    id: string,
    decide: (tx: Tx, outline: string) => Promise<{ edit: YamlEdit; others: readonly Change[] }>,
  ): Promise<Saved> {
    let text = '';
    const stamp = await this.edits.apply(actor, id, async (tx) => {
      const outline = (await this.store.heldTexts(tx, id, [path])).get(path)?.text ?? '';
      const { edit, others } = await decide(tx, outline);
      text = textOf(edit, path);
      return [{ path, content: { text }, why: null }, ...others];
    });
    return { path, revision: stamp.revision, hash: hashOf(text), changedAt: stamp.at, text };
  }

  private async skeletonFacts(tx: Tx, id: string, outline: string): Promise<SkeletonFacts> {
    const { modules, passPercent } = outlineFacts(outline);
    const files = await this.store.heldTexts(
      tx,
      id,
      modules.flatMap((folder) => [`modules/${folder}/module.md`, `modules/${folder}/questions.yaml`]),
    );
    const texts = new Map([...files].map(([file, { text }]) => [file, canonicalText(text ?? '')]));
    const read = modules.flatMap((folder) => readModule({ texts, pictures: new Map() }, folder, false).module ?? []);
    return { modules: read, passPercent };
  }

  private async codes(tx: Tx, id: string, folders: readonly string[]): Promise<Map<string, string | null>> {
    const files = await this.store.heldTexts(
      tx,
      id,
      folders.map((folder) => `modules/${folder}/module.md`),
    );
    return new Map(
      folders.map((folder) => [folder, moduleFacts(files.get(`modules/${folder}/module.md`)?.text ?? undefined).code]),
    );
  }
}
