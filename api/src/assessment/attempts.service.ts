import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { CohortVersionsService } from '../courses/index.js';
import { CurriculaService } from '../curricula/index.js';
import type { Test } from '../format/index.js';
import { Queries } from '../db/queries.js';
import { ClassStore } from '../delivery/index.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { refuseAssessment } from './assessment.failures.js';
import { beginning } from './attempt.rules.js';
import type { Beginning } from './attempts.contract.js';
import { AttemptsStore } from './attempts.store.js';
import { formFor, type Paper, paper, pointsPossible } from './paper.rules.js';
import { shown } from './shown.rules.js';

/** Sitting a test: the paper is drawn once, kept, and sent without its keys. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: AttemptsStore,
    private readonly classes: ClassStore,
    private readonly versions: CohortVersionsService,
    private readonly curricula: CurriculaService,
    private readonly clock: Clock,
  ) {}

  /** Begins an attempt, or hands out the one that runs. */
  async begin(actor: Actor, { cohortId, testCode }: Beginning) {
    const test = (await this.versions.testsOf(cohortId)).find((one) => one.code === testCode);
    if (test === undefined) throw refuseAssessment('test.unknown');
    const { versionId } = test;
    const drawn = await this.draw(actor.personId, cohortId, versionId, test.outline.contentHash, test);
    const now = this.clock.now();
    const attemptId = await this.queries.transaction(async (tx) => {
      const seats = await this.classes.seatsOf(tx, actor.personId, [cohortId]);
      if (seats.length === 0) throw refuseAssessment('test.unknown');
      const window = await this.store.heldWindow(tx, cohortId, testCode);
      const decide = async () =>
        beginning(
          window,
          (await this.store.ofPerson(actor.personId, [cohortId], tx)).filter((one) => one.testCode === testCode),
          now,
        );
      const decision = await decide();
      if (decision.verdict === 'refused') throw refuseAssessment(decision.code);
      if (decision.verdict === 'resume') return decision.attemptId;
      const id = newId<'attempt'>();
      const added = await this.store.add(tx, {
        id,
        cohortId,
        personId: actor.personId,
        versionId,
        testCode,
        number: decision.number,
        paper: drawn,
        openedAt: now,
        dueAt: new Date(now.getTime() + test.minutes * 60_000),
        pointsPossible: pointsPossible(drawn),
      });
      if (added) return id;
      // Another tab began it a moment ago: both show the same paper.
      const again = await decide();
      if (again.verdict !== 'resume') throw refuseAssessment('attempt.taken_already');
      return again.attemptId;
    });
    return this.sheet(actor, attemptId, test);
  }

  /** Read before the transaction: inside, it would wait for a second connection while it holds one. */
  private async draw(
    personId: string,
    cohortId: string,
    versionId: string,
    contentHash: string,
    test: Test,
  ): Promise<Paper> {
    const [bank, before] = await Promise.all([
      this.curricula.gradedQuestions(
        versionId,
        test.draw.map((rule) => rule.module),
      ),
      this.store.papers(personId, cohortId),
    ]);
    const seen = new Set(
      before
        .filter((one) => one.testCode === test.code)
        .flatMap((one) => one.paper.questions.map((question) => question.id)),
    );
    const hasForms = test.draw.some((rule) => rule.objective !== undefined);
    const last = before.findLast((one) => one.paper.form)?.paper.form ?? null;
    const form = hasForms ? formFor(`${personId} ${cohortId}`, last) : null;
    return paper(randomUUID(), contentHash, test.draw, bank, { seen, form });
  }

  private async sheet(actor: Actor, attemptId: string, test: Test) {
    const [attempt] = await this.queries.read<{
      cohortId: string;
      versionId: string;
      number: number;
      paper: Paper;
      openedAt: Date;
      dueAt: Date;
    }>(
      `select cohort_id as "cohortId", version_id as "versionId", number, paper, opened_at as "openedAt", due_at as "dueAt"
       from attempts where id = $1 and person_id = $2`,
      [attemptId, actor.personId],
    );
    const { paper: given, versionId, ...head } = attempt!;
    const [questions, answers] = await Promise.all([
      this.curricula.questions(
        versionId,
        given.questions.map((question) => question.id),
      ),
      this.store.answers(attemptId),
    ]);
    const asked = new Map(questions.map((question) => [question.id, question]));
    return {
      id: attemptId,
      testCode: test.code,
      title: test.title,
      ...head,
      now: this.clock.now(),
      questions: given.questions.map((placed) => shown(asked.get(placed.id)!, placed)),
      answers,
    };
  }
}
