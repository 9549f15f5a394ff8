import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { CohortVersionsService } from '../courses/index.js';
import { CurriculaService, type Outline } from '../curricula/index.js';
import { ClassService, ClassStore } from '../delivery/index.js';
import { refuseAssessment } from './assessment.failures.js';
import { best, byObjective, facilities, mean } from './results.rules.js';
import { type MarkedAttempt, ResultsStore } from './results.store.js';
import { explanation, leeway, rightAnswer } from './right-answer.rules.js';
import { shown } from './shown.rules.js';

/** What came out: to the person when the test is closed, to the trainer as it comes in. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly store: ResultsStore,
    private readonly classes: ClassService,
    private readonly members: ClassStore,
    private readonly versions: CohortVersionsService,
    private readonly curricula: CurriculaService,
  ) {}

  async list(actor: Actor) {
    const heads = await this.store.own(actor.personId);
    return { items: heads.map((head) => (head.closedAt === null ? { ...head, percent: null, passed: null } : head)) };
  }

  /** Keys and reasons are in here: only for an attempt that the server has closed. */
  async result(actor: Actor, attemptId: string) {
    const head = await this.store.ownOne(attemptId, actor.personId);
    if (head === null) throw refuseAssessment('attempt.unknown');
    if (head.closedAt === null || head.percent === null) throw refuseAssessment('attempt.not_closed');
    const [answers, outline] = await Promise.all([
      this.store.answersOf(attemptId),
      this.curricula.outline(head.versionId),
    ]);
    const { paper } = answers[0]!;
    const questions = new Map(
      (
        await this.curricula.questions(
          head.versionId,
          paper.questions.map((one) => one.id),
        )
      ).map((one) => [one.id, one]),
    );
    const given = new Map(answers.map((row) => [row.questionId, row]));
    const questionResults = paper.questions.map((placed) => {
      const question = questions.get(placed.id)!;
      const { answer = null, points = 0 } = given.get(placed.id) ?? {};
      return {
        id: placed.id,
        objective: question.objective,
        asked: shown(question, placed),
        key: rightAnswer(question),
        ...leeway(question),
        answer,
        points: points ?? 0,
        of: placed.points,
        rationale: explanation(question),
        parts:
          question.type === 'case'
            ? question.parts.map((part) => ({ id: part.id, rationale: part.rationale, ...leeway(part) }))
            : [],
      };
    });
    const tallies = byObjective(questionResults.map((one) => ({ questionId: one.id, ...one })));
    const isPreTest = outline.tests.find((test) => test.code === head.testCode)?.purpose === 'pre-test';
    return { ...head, objectives: withTexts(tallies, outline), questions: isPreTest ? [] : questionResults };
  }

  async ofClass(actor: Actor, cohortId: string, testCode: string) {
    await this.classes.ofTeam(actor, cohortId, 'result.read');
    const test = (await this.versions.testsOf(cohortId)).find((one) => one.code === testCode);
    if (test === undefined) throw refuseAssessment('test.unknown');
    const [people, attempts] = await Promise.all([
      this.members.members(cohortId),
      this.store.marked(cohortId, testCode),
    ]);
    const bestOf = bestByPerson(attempts);
    const counted = people.flatMap((person) => bestOf.get(person.personId) ?? []);
    const items = await this.store.items(counted.map((attempt) => attempt.id));
    const hard = facilities(items);
    /* Attempts before an upgrade may have had questions that the test has no longer. */
    const [prompts, outlines] = await Promise.all([
      this.store.prompts(items),
      Promise.all([...new Set(items.map((item) => item.versionId))].map((id) => this.curricula.outline(id))),
    ]);
    return {
      testCode,
      title: test.title,
      passPercent: test.pass_percent,
      taken: counted.length,
      passed: counted.filter((attempt) => attempt.passed).length,
      of: people.length,
      mean: mean(counted.map((attempt) => attempt.percent)),
      people: people.map((person) => {
        const top = bestOf.get(person.personId);
        return { ...person, best: top === undefined ? null : { ...top, attemptId: top.id } };
      }),
      objectives: withTexts(byObjective(items), ...outlines, test.outline),
      questions: hard.map(({ questionId, ...one }) => ({ ...one, id: questionId, prompt: prompts.get(questionId)! })),
    };
  }

  /** The best marked attempt of each person at each test of the cohort, by person: for certificates and reports. */
  async bestOf(cohortId: string): Promise<Map<string, MarkedAttempt[]>> {
    const attempts = await this.store.marked(cohortId, null);
    const tests = Map.groupBy(attempts, (attempt) => attempt.testCode);
    return Map.groupBy(
      [...tests.values()].flatMap((own) => [...bestByPerson(own).values()]),
      (attempt) => attempt.personId,
    );
  }
}

function bestByPerson(attempts: readonly MarkedAttempt[]): Map<string, MarkedAttempt> {
  return new Map(
    [...Map.groupBy(attempts, (attempt) => attempt.personId)].map(([personId, own]) => [personId, best(own)!]),
  );
}

/** Of several outlines the last one that has an objective says its text. */
function withTexts<T extends { readonly id: string }>(tallies: readonly T[], ...outlines: readonly Outline[]) {
  const texts = new Map(
    outlines.flatMap(({ modules }) =>
      modules.flatMap(({ objectives }) => objectives.map((objective) => [objective.id, objective.text] as const)),
    ),
  );
  return tallies.map((tally) => ({ ...tally, text: texts.get(tally.id) ?? null }));
}
