import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { fromCursor, pageOf } from '../http/contract.js';
import type { FilePieces } from '../storage/pieces.js';
import { Storage } from '../storage/storage.js';
import {
  agendaMinutes,
  type AgendaItem,
  type Audience,
  checkInPortions,
  type Curriculum,
  type Locale,
  type Localised,
  type Question,
  readArchiveInPortions,
  type Source,
  type Test,
  type TextState,
} from '../format/index.js';
import { refuseCurriculum } from './curricula.failures.js';
import { CurriculaStore, type PackedPage, type StoredPage, type VersionHead } from './curricula.store.js';
import type { Freshness } from './freshness.rules.js';
import { newest } from './release.rules.js';
import type { TimedVariant } from './variant-minutes.rules.js';
import { VersionsStore } from './versions.store.js';

export type { StoredPage };

/** What a published version is made of, without its text and its questions. It never changes. */
export interface Outline extends VersionHead {
  readonly summary: Localised;
  readonly languages: { readonly en: TextState; readonly lo: TextState | null };
  /** As recorded at publishing; null where it was not yet. */
  readonly freshness: Freshness | null;
  /** The kinds of class that are taught otherwise. */
  readonly variants: readonly TimedVariant[];
  readonly modules: readonly {
    readonly code: string;
    readonly minutes: number;
    readonly title: Localised;
    readonly objectives: readonly { readonly id: string; readonly text: Localised }[];
    readonly laoState: TextState | null;
  }[];
  readonly tests: readonly Test[];
  /** In order, each item with its minutes. */
  readonly agenda: readonly (AgendaItem & { readonly minutes: number })[];
  /** What a certificate of completion needs. */
  readonly rules: { readonly attendancePercent: number; readonly passPercent: number };
  /** Minutes of the whole agenda, and the same in hours to one decimal, for certificates. */
  readonly minutes: number;
  readonly hours: number;
}

/** How many outlines are kept in memory: versions are few, and they never change. */
const kept = 64;

@Injectable()
export class CurriculaService {
  private readonly outlines = new Map<string, Outline>();

  constructor(
    private readonly store: CurriculaStore,
    private readonly versions: VersionsStore,
    private readonly storage: Storage,
  ) {}

  async list({ limit, after }: { limit: number; after?: string | undefined }) {
    const [from = ''] = (fromCursor(after, 1) ?? []) as string[];
    const page = pageOf(await this.store.curricula(String(from), limit + 1), limit, ({ code }) => [code]);
    const versions = Object.groupBy(
      await this.store.versionsOf(page.items.map(({ id }) => id)),
      ({ curriculumId }) => curriculumId,
    );
    const items = page.items.map(async ({ id, code }) => {
      const own = versions[id] ?? [];
      const last = newest(own);
      if (last === null) return [];
      const { title, series, languages, freshness, modules } = await this.outline(last.id);
      return [{ id, code, title, series, languages, freshness, modules: modules.length, versions: own }];
    });
    return { items: (await Promise.all(items)).flat(), next: page.next };
  }

  async detail(versionId: string) {
    const { languages, tests, ...outline } = await this.outline(versionId);
    return {
      ...outline,
      languages,
      tests: tests.map(({ pass_percent, draw, ...test }) => ({
        ...test,
        passPercent: pass_percent,
        questionCount: draw.reduce((sum, { count }) => sum + count, 0),
      })),
    };
  }

  /** The stored page of a module for whoever may read it; for anybody else it does not exist. */
  async page(
    actor: Actor,
    versionId: string,
    code: string,
    locale: Locale,
    audience: Audience | null,
  ): Promise<StoredPage> {
    const page = await this.store.readablePage(
      { versionId, code, locale, audience },
      {
        personId: actor.personId,
        all: scope(actor, 'module.read') === 'all',
        learns: actor.roles.includes('trainee'),
      },
    );
    if (page === null) throw refuseCurriculum('curriculum.module_missing', { code });
    return page;
  }

  /** Everything about a version that planning, classes and certificates need. */
  async outline(versionId: string): Promise<Outline> {
    const known = this.outlines.get(versionId);
    if (known !== undefined) return known;
    const [content, modules, tests] = await Promise.all([
      this.store.version(versionId),
      this.store.modules(versionId),
      this.store.tests(versionId),
    ]);
    if (content === null) throw refuseCurriculum('curriculum.version_missing');
    const { laoStates, languages, rules, agenda, ...head } = content;
    const timed = agenda.map((item) => ({ ...item, minutes: agendaMinutes(item, { modules, tests }) }));
    const minutes = timed.reduce((sum, item) => sum + item.minutes, 0);
    const outline: Outline = {
      ...head,
      languages: { en: languages.en.state, lo: languages.lo?.state ?? null },
      modules: modules.map((module) => ({ ...module, laoState: laoStates[module.code] ?? null })),
      tests,
      agenda: timed,
      rules: { attendancePercent: rules.attendance_percent, passPercent: rules.pass_percent },
      minutes,
      hours: Math.round(minutes / 6) / 10,
    };
    /* Of an earlier version its figures may still be counted: whoever asks next is told them. */
    if (outline.freshness === null) return outline;
    if (this.outlines.size >= kept) this.outlines.delete(this.outlines.keys().next().value!);
    this.outlines.set(versionId, outline);
    return outline;
  }

  /** The files that a version was made from, as they lie in its archive. */
  async archive(versionId: string): Promise<{ code: string; version: string; archive: FilePieces }> {
    const found = await this.versions.archive(versionId);
    if (found === null) throw refuseCurriculum('curriculum.version_missing');
    const archive = found.archive === null ? null : await this.storage.open(found.archive);
    if (archive === null) throw refuseCurriculum('curriculum.archive_missing');
    return { ...found, archive };
  }

  /** The same, read; bytes of its pictures are fetched when they are asked for. */
  async source(versionId: string): Promise<Source> {
    const { archive } = await this.archive(versionId);
    return (await readArchiveInPortions(archive)).source;
  }

  /** The whole version as it was checked at publishing; reading it takes a good part of a second. */
  async curriculum(versionId: string): Promise<Curriculum> {
    const { curriculum } = await checkInPortions(await this.source(versionId));
    /* What was published had no errors; should the format have become stricter since, its files say so to an author. */
    if (curriculum === null) throw refuseCurriculum('curriculum.archive_missing');
    return curriculum;
  }

  /** The newest version of a curriculum; a prerelease only when there is nothing else. */
  async latest(curriculumId: string): Promise<VersionHead> {
    const versions = await this.store.versionsOf([curriculumId]);
    const found = newest(versions.filter(({ version }) => !version.includes('-'))) ?? newest(versions);
    if (found === null) throw refuseCurriculum('curriculum.missing');
    return found;
  }

  /** Every version of a curriculum, the last published first. */
  versionsOf(curriculumId: string): Promise<VersionHead[]> {
    return this.store.versionsOf([curriculumId]);
  }

  /** The newest version of the curriculum with this code. */
  async latestOf(code: string): Promise<VersionHead> {
    const found = await this.store.curriculumByCode(code);
    if (found === null) throw refuseCurriculum('curriculum.missing', { code });
    return this.latest(found.id);
  }

  /** The graded questions that a test draws from, with their keys: for drawing and marking on the server only. */
  gradedQuestions(
    versionId: string,
    moduleCodes: readonly string[],
  ): Promise<{ moduleCode: string; content: Question }[]> {
    return this.store.gradedQuestions(versionId, moduleCodes);
  }

  /** Questions by id, with their keys: for marking on the server only. Unknown ids are left out. */
  questions(versionId: string, ids: readonly string[]): Promise<Question[]> {
    return this.store.questions(versionId, ids);
  }

  /** What a pack for an audience holds: hashes and sizes of its pages, in teaching order. */
  pages(versionId: string, audience: Audience): Promise<PackedPage[]> {
    return this.store.pages(versionId, audience);
  }
}
