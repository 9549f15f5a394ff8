import { Injectable } from '@nestjs/common';
import {
  type Fault,
  canonicalText,
  gravest,
  hasErrors,
  inReadingOrder,
  letterFaults,
  modulePage,
  sealed,
  type Source,
} from '../format/index.js';
import { refuseDraft } from './authoring.failures.js';
import { refuseDeep } from './draft-edits.js';
import { DraftSources } from './draft-sources.js';
import { DraftsStore } from './drafts.store.js';
import type { PreviewInput } from './files.contract.js';
import { outlineFacts } from './outline.rules.js';

/** More than these nobody reads; of a check the rest is counted. */
const mostFaults = 500;

@Injectable()
export class CheckingService {
  constructor(
    private readonly drafts: DraftsStore,
    private readonly sources: DraftSources,
  ) {}

  async check(id: string) {
    const draft = await this.drafts.head(id);
    if (draft === null) throw refuseDraft('draft.missing');
    const faults = await (await this.sources.of(id)).check();
    const count = (severity: Fault['severity']) => faults.filter((fault) => fault.severity === severity).length;
    return {
      revision: draft.revision,
      passes: !hasErrors(faults),
      counts: { errors: count('error'), warnings: count('warning'), notes: count('note') },
      faults: gravest(faults, mostFaults),
    };
  }

  /** The page of the module that a file belongs to, with what is typed and not saved; only this module is read. */
  async preview(id: string, { path, text, locale, audience }: PreviewInput) {
    const folder = /^modules\/([^/]+)\//.exec(path)?.[1];
    if (folder === undefined) throw refuseDraft('draft.path_refused', { path });
    if (text !== undefined) refuseDeep(path, text);
    const { source: saved, readModule } = await this.sources.of(id);
    if (saved.texts.size === 0) throw refuseDraft('draft.missing');
    const texts = text === undefined ? saved.texts : new Map(saved.texts).set(path, canonicalText(text));
    const source: Source = { ...saved, texts };
    const { hasLao, english } = outlineFacts(texts.get('curriculum.yaml') ?? '');
    const { module: whole, faults: found } = readModule(source, folder, hasLao);
    /* A question that is half written leaves the text around it to be read. */
    const module = whole ?? readModule(withoutQuestions(source, folder), folder, hasLao).module;
    const faults = gravest(inReadingOrder([...found, ...letterFaults(path, texts.get(path) ?? '')]), mostFaults);
    const mediaBase = `/api/v1/drafts/${id}/media/`;
    if (module === null) return { page: null, mediaBase, faults };
    const questions = module.questions.map((question) => sealed(question, id, module.images));
    const page = modulePage(module, questions, locale, audience, english);
    return { page: withMedia(page, mediaBase), mediaBase, faults };
  }
}

function withoutQuestions(source: Source, folder: string): Source {
  const texts = new Map(source.texts);
  texts.delete(`modules/${folder}/questions.yaml`);
  return { ...source, texts };
}

type Page = ReturnType<typeof modulePage>;

/** The pictures of a draft are not published: the page fetches them from the draft. */
function withMedia(page: Page, base: string): Page {
  const moved = (html: string) => html.replaceAll('src="/api/v1/media/', `src="${base}`);
  const sections = page.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === 'question' ? block : { ...block, html: moved(block.html) })),
  }));
  return { ...page, sections };
}
