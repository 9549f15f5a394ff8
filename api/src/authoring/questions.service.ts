import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/index.js';
import { canonicalText, parseYaml } from '../format/index.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftEdits, type Saved } from './draft-edits.js';
import { DraftSources } from './draft-sources.js';
import { DraftFilesStore } from './draft-files.store.js';
import type { QuestionInput, QuestionOrder, QuestionRemoval } from './files.contract.js';
import { FilesService } from './files.service.js';
import { outlineFacts } from './outline.rules.js';
import { questionsInOrder, type QuestionEdit, withoutQuestion, withQuestion } from './question-edits.rules.js';

export const bankPath = /^modules\/([^/]+)\/questions\.yaml$/;

/** Questions edited one at a time, as forms do; the rest of their file stays as it was typed. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly files: FilesService,
    private readonly store: DraftFilesStore,
    private readonly edits: DraftEdits,
    private readonly sources: DraftSources,
  ) {}

  async list(id: string, path: string) {
    const folder = bankPath.exec(path)?.[1];
    if (folder === undefined) throw refuseDraft('draft.path_refused', { path });
    const { source, readModule } = await this.sources.of(id);
    if (source.texts.size === 0) throw refuseDraft('draft.missing');
    const file = await this.store.text(id, path);
    const { hasLao } = outlineFacts(source.texts.get('curriculum.yaml') ?? '');
    const { faults } = readModule(source, folder, hasLao);
    return {
      path,
      revision: file?.revision ?? null,
      questions: writtenQuestions(file?.text ?? '', path),
      faults: faults.filter((fault) => fault.file === path),
    };
  }

  write(actor: Actor, id: string, { path, question, revision, was, position }: QuestionInput): Promise<Saved> {
    return this.edit(actor, id, path, revision, (text) => withQuestion(text, question, { was, position }));
  }

  remove(actor: Actor, id: string, { path, question, revision }: z.output<typeof QuestionRemoval>): Promise<Saved> {
    return this.edit(actor, id, path, revision, (text) => withoutQuestion(text, question));
  }

  order(actor: Actor, id: string, { path, ids, revision }: z.output<typeof QuestionOrder>): Promise<Saved> {
    return this.edit(actor, id, path, revision, (text) => {
      const edit = questionsInOrder(text, ids);
      if ('missing' in edit) throw refuseDraft('draft.order_differs');
      return edit;
    });
  }

  private edit(
    actor: Actor,
    id: string,
    path: string,
    revision: number | null,
    edit: (text: string) => QuestionEdit,
  ): Promise<Saved> {
    if (!bankPath.test(path)) throw refuseDraft('draft.path_refused', { path });
    return this.edits.applyOne(actor, id, path, async (tx) => {
      const now = await this.files.unmoved(tx, id, path, revision);
      return { path, content: { text: textOf(edit(now?.text ?? ''), path) }, why: null };
    });
  }
}

/** The text that an edit gives, or the refusal that says why there is none. */
export function textOf(edit: QuestionEdit, path: string): string {
  if ('brokenAt' in edit) throw refuseDraft('draft.yaml_broken', { path, line: edit.brokenAt });
  if ('clash' in edit) throw refuseDraft('draft.question_exists', { id: edit.clash });
  if ('missing' in edit) throw refuseDraft('draft.question_missing', { id: edit.missing });
  return edit.text;
}

/** As they are written, right or wrong; what is no entry with fields is left out. */
function writtenQuestions(text: string, path: string): Record<string, unknown>[] {
  const document = parseYaml(canonicalText(text));
  const [broken] = document.errors;
  if (broken !== undefined)
    throw refuseDraft('draft.yaml_broken', { path, line: text.slice(0, broken.pos[0]).split('\n').length });
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw refuseDraft('draft.yaml_broken', { path, line: 1 });
  }
  const list = (content as { questions?: unknown } | null)?.questions;
  return Array.isArray(list)
    ? list.filter((entry) => entry !== null && typeof entry === 'object' && !Array.isArray(entry))
    : [];
}
