import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { Audience, Locale, Localised, Question, Test } from '../format/index.js';
import {
  CurriculumVersionRow,
  ModulePageRow,
  ModuleRow,
  QuestionRow,
  TestRow,
  VersionMediaRow,
} from './curricula.rows.js';
import type { EditionOutline } from './edition.rules.js';
import type { Freshness } from './freshness.rules.js';
import type { ReleasedVersion } from './release.rules.js';

export interface CurriculumHead {
  id: string;
  code: string;
}

export interface VersionHead {
  id: string;
  curriculumId: string;
  code: string;
  version: string;
  contentHash: string;
  title: Localised;
  series: string;
  days: number;
  publishedAt: Date;
}

export interface VersionContent extends VersionHead, Omit<EditionOutline, 'freshness'> {
  freshness: Freshness | null;
}

export interface StoredModule {
  code: string;
  minutes: number;
  title: Localised;
  objectives: { id: string; text: Localised }[];
}

export interface StoredPage {
  body: string;
  hash: string;
}

export interface PackedPage {
  moduleCode: string;
  locale: Locale;
  hash: string;
  compressedBytes: number;
}

/*
 * The hottest read of the program, in one statement: which page the person may see, and the page. Who sits in a cohort of the
 * version is looked up in the tables of courses, because asking that feature first would be a second trip. A learner reads the
 * one version that the cohort has of the module, as participants see it; whoever teaches or administers reads any.
 */
export const readablePage = prepared<StoredPage>(
  'module-page',
  `select p.body, p.hash
   from (select case
       when $4 is distinct from 'trainer' and $7 and exists (
         select 1 from enrolments e join cohorts c on c.id = e.cohort_id
         left join cohort_pins s on s.cohort_id = c.id and s.kind = 'module' and s.code = $2
         where e.person_id = $5 and coalesce(s.version_id, c.version_id) = $1 and c.state <> 'cancelled'
           and e.state in ('confirmed', 'completed', 'incomplete'))
       then 'participant'
       when $6 then coalesce($4, 'trainer') end as audience) sees
   join module_pages p on p.version_id = $1 and p.module_code = $2 and p.locale = $3 and p.audience = sees.audience`,
);

const head = `select v.id, v.curriculum_id as "curriculumId", c.code, v.version, v.content_hash as "contentHash",
    jsonb_build_object('en', v.title_en, 'lo', v.title_lo) as title, v.series, v.days, v.published_at as "publishedAt"`;
const from = `from curriculum_versions v join curricula c on c.id = v.curriculum_id`;

const versionContent = prepared<VersionContent>(
  'curriculum-version',
  /* The whole content of a large version takes a tenth of a second to unpack; it is asked only where there is no outline. */
  `${head}, o.outline->'summary' as summary, o.outline->'languages' as languages, o.outline->'agenda' as agenda, o.outline->'rules' as rules,
     o.outline->'laoStates' as "laoStates", o.outline->'freshness' as freshness, coalesce(o.outline->'variants', '[]') as variants
   ${from} cross join lateral (select coalesce(v.outline, jsonb_build_object(
       'summary', v.canonical->'summary', 'languages', v.canonical->'languages', 'agenda', v.canonical->'agenda', 'rules', v.canonical->'rules',
       'laoStates', (select jsonb_object_agg(m->>'code', m->'lao'->'state') from jsonb_array_elements(v.canonical->'modules') m))) as outline) o
   where v.id = $1`,
);
const modulesOf = prepared<StoredModule>(
  'version-modules',
  `select code, minutes, jsonb_build_object('en', title_en, 'lo', title_lo) as title, objectives from modules where version_id = $1 order by position`,
);
const testsOf = prepared<Test>(
  'version-tests',
  `select code, purpose, jsonb_build_object('en', title_en, 'lo', title_lo) as title, minutes, pass_percent, draw from tests where version_id = $1 order by purpose = 'post-test', code`,
);
const gradedOf = prepared<{ moduleCode: string; content: Question }>(
  'version-graded-questions',
  `select module_code as "moduleCode", content from questions where version_id = $1 and use = 'graded' and module_code = any($2) order by module_code, position`,
);
const questionsById = prepared<{ content: Question }>(
  'questions-by-id',
  `select content from questions where version_id = $1 and id = any($2)`,
);

@Injectable()
export class CurriculaStore {
  constructor(private readonly queries: Queries) {}

  readablePage(
    at: { versionId: string; code: string; locale: Locale; audience: Audience | null },
    who: { personId: string; all: boolean; learns: boolean },
  ) {
    return this.queries.one(readablePage, [
      at.versionId,
      at.code,
      at.locale,
      at.audience,
      who.personId,
      who.all,
      who.learns,
    ]);
  }

  curricula(after: string, limit: number): Promise<CurriculumHead[]> {
    return this.queries.read(`select id, code from curricula where code > $1 order by code limit $2`, [after, limit]);
  }

  async curriculumByCode(code: string): Promise<CurriculumHead | null> {
    const [found] = await this.queries.read<CurriculumHead>(`select id, code from curricula where code = $1`, [code]);
    return found ?? null;
  }

  versionsOf(curriculumIds: readonly string[]): Promise<VersionHead[]> {
    return this.queries.read(`${head} ${from} where v.curriculum_id = any($1) order by v.published_at desc`, [
      curriculumIds,
    ]);
  }

  version(id: string): Promise<VersionContent | null> {
    return this.queries.one(versionContent, [id]);
  }

  modules(versionId: string): Promise<StoredModule[]> {
    return this.queries.all(modulesOf, [versionId]);
  }

  tests(versionId: string): Promise<Test[]> {
    return this.queries.all(testsOf, [versionId]);
  }

  gradedQuestions(versionId: string, moduleCodes: readonly string[]) {
    return this.queries.all(gradedOf, [versionId, moduleCodes]);
  }

  async questions(versionId: string, ids: readonly string[]): Promise<Question[]> {
    return (await this.queries.all(questionsById, [versionId, ids])).map(({ content }) => content);
  }

  pages(versionId: string, audience: Audience): Promise<PackedPage[]> {
    return this.queries.read(
      `select p.module_code as "moduleCode", p.locale, p.hash, p.compressed_bytes as "compressedBytes"
       from module_pages p join modules m on m.version_id = p.version_id and m.code = p.module_code
       where p.version_id = $1 and p.audience = $2 order by m.position, p.locale`,
      [versionId, audience],
    );
  }

  /** The curriculum of a code, made if there is none, and locked until the transaction ends: two publishers take turns. */
  async lockedCurriculum(tx: Tx, code: string, newId: string, now: Date): Promise<string> {
    await tx.query(`insert into curricula (id, code, created_at) values ($1, $2, $3) on conflict (code) do nothing`, [
      newId,
      code,
      now,
    ]);
    const [row] = await tx.query(`select id from curricula where code = $1 for update`, [code]);
    return row.id;
  }

  released(tx: Tx, curriculumId: string): Promise<ReleasedVersion[]> {
    return tx.query(
      `select id, version, content_hash as "contentHash" from curriculum_versions where curriculum_id = $1`,
      [curriculumId],
    );
  }

  /** What the folder held when it was last published from, or null. */
  async seal(folder: string): Promise<string | null> {
    const [row] = await this.queries.read<{ value: string }>(`select value from settings where key = $1`, [
      `curricula.seal.${folder}`,
    ]);
    return row?.value ?? null;
  }

  async keepSeal(tx: Tx, folder: string, seal: string, now: Date): Promise<void> {
    await tx.query(
      `insert into settings (key, value, changed_at) values ($1, to_jsonb($2::text), $3) on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [`curricula.seal.${folder}`, seal, now],
    );
  }

  /** The secret that option ids are made with; `fresh` becomes it when there is none yet. */
  async optionSalt(tx: Tx, fresh: string, now: Date): Promise<string> {
    await tx.query(
      `insert into settings (key, value, changed_at) values ('curricula.option_salt', to_jsonb($1::text), $2) on conflict (key) do nothing`,
      [fresh, now],
    );
    const [row] = await tx.query(`select value from settings where key = 'curricula.option_salt'`);
    return row.value;
  }

  async add(
    tx: Tx,
    rows: {
      version: CurriculumVersionRow;
      modules: ModuleRow[];
      pages: ModulePageRow[];
      questions: QuestionRow[];
      tests: TestRow[];
      media: VersionMediaRow[];
    },
  ): Promise<void> {
    await tx.insert(CurriculumVersionRow, rows.version as never);
    for (let at = 0; at < rows.modules.length; at += 100) {
      await tx.insert(ModuleRow, rows.modules.slice(at, at + 100) as never);
      await tx.insert(ModulePageRow, rows.pages.slice(at * 4, (at + 100) * 4));
    }
    for (let at = 0; at < rows.questions.length; at += 500)
      await tx.insert(QuestionRow, rows.questions.slice(at, at + 500) as never);
    if (rows.tests.length > 0) await tx.insert(TestRow, rows.tests as never);
    if (rows.media.length > 0) await tx.insert(VersionMediaRow, rows.media);
  }
}
