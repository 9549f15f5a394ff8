import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { CurriculaService } from '../curricula/index.js';
import { type Test, withoutKey } from '../format/index.js';
import { Queries } from '../db/queries.js';
import { ClassStore } from '../delivery/index.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { refuseAssessment } from './assessment.failures.js';
import { beginning } from './attempt.rules.js';
import type { Beginning } from './attempts.contract.js';
import { AttemptsStore } from './attempts.store.js';
import { type Paper, paper, pointsPossible } from './paper.rules.js';

/** Sitting a test: the paper is drawn once, kept, and sent without its keys. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: AttemptsStore,
    private readonly classes: ClassStore,
    private readonly curricula: CurriculaService,
    private readonly clock: Clock,
  ) {}

  /** Begins an attempt, or hands out the one that runs. */
  async begin(actor: Actor, { cohortId, testCode }: Beginning) {
    const [version] = await this.store.versionsOf([cohortId]);
    if (version === undefined) throw refuseAssessment('test.unknown');
    const { tests, contentHash } = await this.curricula.outline(version.versionId);
    const test = tests.find((one) => one.code === testCode);
    if (test === undefined) throw refuseAssessment('test.unknown');
    const drawn = await this.draw(actor.personId, cohortId, version.versionId, contentHash, test);
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
        versionId: version.versionId,
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
      this.store.papers(personId, cohortId, test.code),
    ]);
    const seen = new Set(before.flatMap((one) => one.paper.questions.map((question) => question.id)));
    return paper(randomUUID(), contentHash, test.draw, bank, seen);
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
    const asked = new Map(questions.map((question) => [question.id, withoutKey(question)]));
    return {
      id: attemptId,
      testCode: test.code,
      title: test.title,
      ...head,
      now: this.clock.now(),
      questions: given.questions.map(({ id, options }) => {
        const question = asked.get(id)!;
        if (!('options' in question)) return question;
        const texts = new Map(question.options.map((option) => [option.id, option]));
        return { ...question, options: options!.map((option) => texts.get(option)!) };
      }),
      answers,
    };
  }
}
