import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/index.js';
import {
  type Imported,
  type Locale,
  mergedImport,
  readGift,
  readMoodle,
  writeGift,
  writeMoodle,
} from '../format/index.js';
import {
  bankPath,
  DraftEdits,
  DraftSources,
  FilesService,
  outlineFacts,
  QuestionsService,
  refuseDeep,
  refuseDraft,
  textOf,
  withQuestions,
} from '../authoring/index.js';
import type { QuestionExport, QuestionImport, QuestionImportInput } from './question-exchange.contract.js';

/** As many as a module may have. */
const mostEntries = 600;

/** Questions of a module to and from the files of other programs. */
@Injectable()
export class QuestionExchangeService {
  constructor(
    private readonly questions: QuestionsService,
    private readonly sources: DraftSources,
    private readonly files: FilesService,
    private readonly edits: DraftEdits,
  ) {}

  async export(
    id: string,
    path: string,
    format: 'gift' | 'moodle',
    locale: Locale,
  ): Promise<z.input<typeof QuestionExport>> {
    const module = await this.module(id, path);
    const isGift = format === 'gift';
    const written = (isGift ? writeGift : writeMoodle)(module.questions, locale);
    return {
      ...written,
      left: [...written.left],
      name: `${module.code}-${locale}.${isGift ? 'gift.txt' : 'xml'}`,
      type: isGift ? 'text/plain' : 'application/xml',
    };
  }

  /** Says what would become of each entry; with `confirm`, writes all of it as one change of the file, or nothing. */
  async import(actor: Actor, id: string, input: QuestionImportInput): Promise<z.input<typeof QuestionImport>> {
    const { path, locale, revision, confirm } = input;
    const { questions: known } = await this.questions.list(id, path);
    const byId = new Map(known.map((question) => [String(question['id']), question]));
    const imported = await this.read(id, input, byId.keys());
    const once = new Map(imported.questions.toReversed().map((entry) => [entry.question.id, entry]));
    const first = imported.questions.filter((entry) => once.get(entry.question.id) === entry);
    const merged = first.map(({ question, notes }) => ({
      id: question.id,
      type: question.type,
      prompt: question.prompt.en,
      notes: [...new Set(notes)],
      ...mergedImport(byId.get(question.id) ?? null, question, locale),
    }));
    const answer = {
      questions: merged.map(({ question: _question, ...said }) => said),
      left: [
        ...imported.left,
        ...imported.questions
          .filter((entry) => !first.includes(entry))
          .map(({ question }) => ({ name: question.id, reason: 'id-twice' as const })),
      ],
      saved: null,
    };
    const writable = merged.flatMap(({ question }) => question ?? []);
    if (!confirm || writable.length === 0) return answer;
    const saved = await this.edits.applyOne(actor, id, path, async (tx) => {
      const now = await this.files.unmoved(tx, id, path, revision);
      const text = textOf(
        withQuestions(
          now?.text ?? '',
          writable.map((question) => ({ ...question })),
        ),
        path,
      );
      return { path, content: { text }, why: input.format === 'gift' ? 'GIFT' : 'Moodle XML' };
    });
    return { ...answer, saved };
  }

  private async read(id: string, input: QuestionImportInput, known: Iterable<string>): Promise<Imported> {
    const { path, format, text, objective, level, use, locale } = input;
    refuseDeep('import', text);
    const { code: module } = await this.module(id, path);
    /* Also those of entries further down: an entry without an id must not take one that is somebody's. */
    const named = text.match(new RegExp(`${module}-[a-z0-9-]+`, 'g')) ?? [];
    const taken = new Set([...known, ...named]);
    const defaults = { module, objective, level, use, locale };
    const imported = format === 'gift' ? readGift(text, defaults, taken) : readMoodle(text, defaults, taken);
    if (imported === null) throw refuseDraft('draft.questions_unreadable');
    if (imported.questions.length + imported.left.length > mostEntries)
      throw refuseDraft('draft.too_large', { most: mostEntries, of: 'questions' });
    return imported;
  }

  private async module(id: string, path: string) {
    const folder = bankPath.exec(path)?.[1];
    if (folder === undefined) throw refuseDraft('draft.path_refused', { path });
    const { source, readModule } = await this.sources.of(id);
    const { hasLao } = outlineFacts(source.texts.get('curriculum.yaml') ?? '');
    const { module, faults } = readModule(source, folder, hasLao);
    if (module !== null) return module;
    const found = faults.find(({ severity }) => severity === 'error');
    throw refuseDraft('draft.module_broken', { path: found?.file ?? path, line: found?.line ?? 1 });
  }
}
