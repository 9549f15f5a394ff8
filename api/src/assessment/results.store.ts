import { Injectable } from '@nestjs/common';
import { Queries, prepared } from '../db/queries.js';
import type { Localised } from '../format/index.js';
import type { Answer } from './answer.rules.js';
import type { Paper } from './paper.rules.js';

export interface AttemptHead {
  readonly attemptId: string;
  readonly cohortId: string;
  readonly cohort: { readonly en: string; readonly lo: string | null };
  readonly versionId: string;
  readonly testCode: string;
  readonly title: { readonly en: string; readonly lo: string | null };
  readonly number: number;
  readonly passPercent: number;
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  readonly closedAt: Date | null;
  readonly late: boolean;
  readonly lateAccepted: boolean;
  readonly percent: number | null;
  readonly passed: boolean | null;
  readonly points: number | null;
  readonly pointsPossible: number;
}

export interface MarkedAttempt {
  readonly id: string;
  readonly personId: string;
  readonly testCode: string;
  readonly number: number;
  readonly percent: number;
  readonly passed: boolean;
  readonly late: boolean;
  readonly lateAccepted: boolean;
  readonly closed: boolean;
}

interface Item {
  readonly versionId: string;
  readonly questionId: string;
  readonly objective: string;
  readonly of: number;
  readonly points: number;
}

const head = `select a.id as "attemptId", a.cohort_id as "cohortId", jsonb_build_object('en', c.title_en, 'lo', c.title_lo) as cohort,
    a.version_id as "versionId", a.test_code as "testCode", jsonb_build_object('en', t.title_en, 'lo', t.title_lo) as title, a.number,
    t.pass_percent as "passPercent", a.opened_at as "openedAt", a.submitted_at as "submittedAt", a.closed_at as "closedAt", a.late,
    a.late_accepted_at is not null as "lateAccepted", a.percent, a.passed, a.points, a.points_possible as "pointsPossible"
  from attempts a join cohorts c on c.id = a.cohort_id join tests t on t.version_id = a.version_id and t.code = a.test_code`;

const ownHeads = prepared<AttemptHead>(
  'results-own',
  `${head} where a.person_id = $1 order by a.opened_at desc limit 40`,
);
const ownHead = prepared<AttemptHead>('result-own', `${head} where a.id = $1 and a.person_id = $2`);
const answersOf = prepared<{ paper: Paper; questionId: string | null; answer: Answer; points: number | null }>(
  'result-answers',
  `select a.paper, r.question_id as "questionId", r.answer, r.points
   from attempts a left join responses r on r.attempt_id = a.id and r.points is not null where a.id = $1`,
);
const markedOfCohort = prepared<MarkedAttempt>(
  'results-of-cohort',
  `select id, person_id as "personId", test_code as "testCode", number, percent, passed, late,
     late_accepted_at is not null as "lateAccepted", closed_at is not null as closed
   from attempts where cohort_id = $1 and state = 'marked' and ($2::text is null or test_code = $2) order by person_id, number`,
);
/* The latest published of the versions in which people had the question. */
const promptsOf = prepared<{ id: string; prompt: Localised }>(
  'results-prompts',
  `select distinct on (q.id) q.id, q.content->'prompt' as prompt
   from unnest($1::uuid[], $2::text[]) as asked (version_id, id) join questions q on q.version_id = asked.version_id and q.id = asked.id
     join curriculum_versions v on v.id = q.version_id
   order by q.id, v.published_at desc, v.id`,
);
/* Every question of the papers, also those nobody answered. */
const itemsOf = prepared<Item>(
  'results-items',
  `select a.version_id as "versionId", q->>'id' as "questionId", q->>'objective' as objective, (q->>'points')::int as of, coalesce(r.points, 0) as points
   from attempts a cross join lateral jsonb_array_elements(a.paper->'questions') q
   left join responses r on r.attempt_id = a.id and r.question_id = q->>'id' and r.points is not null
   where a.id = any($1::uuid[])`,
);

@Injectable()
export class ResultsStore {
  constructor(private readonly queries: Queries) {}

  own(personId: string): Promise<AttemptHead[]> {
    return this.queries.all(ownHeads, [personId]);
  }

  ownOne(attemptId: string, personId: string): Promise<AttemptHead | null> {
    return this.queries.one(ownHead, [attemptId, personId]);
  }

  answersOf(attemptId: string) {
    return this.queries.all(answersOf, [attemptId]);
  }

  marked(cohortId: string, testCode: string | null): Promise<MarkedAttempt[]> {
    return this.queries.all(markedOfCohort, [cohortId, testCode]);
  }

  /** What the questions ask, by id. */
  async prompts(items: readonly Item[]): Promise<Map<string, Localised>> {
    const asked = new Map(items.map((item) => [`${item.versionId} ${item.questionId}`, item])).values().toArray();
    const found = await this.queries.all(promptsOf, [
      asked.map(({ versionId }) => versionId),
      asked.map(({ questionId }) => questionId),
    ]);
    return new Map(found.map(({ id, prompt }) => [id, prompt]));
  }

  items(attemptIds: readonly string[]): Promise<Item[]> {
    return this.queries.all(itemsOf, [attemptIds]);
  }
}
