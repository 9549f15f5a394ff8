import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { TestParam } from './attempts.contract.js';
import { ClassResults, Result, ResultList } from './results.contract.js';
import { ResultsService } from './results.service.js';

@Controller('api/v1')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get('results')
  @Allow('attempt.take')
  @Answers(ResultList)
  list(@Who() actor: Actor) {
    return this.results.list(actor);
  }

  @Get('attempts/:id/result')
  @Allow('attempt.take')
  @Answers(Result)
  result(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: z.output<typeof IdParam>) {
    return this.results.result(actor, id);
  }

  @Get('cohorts/:id/tests/:code/results')
  @Allow('result.read')
  @Answers(ClassResults)
  ofClass(@Who() actor: Actor, @Param({ schema: TestParam }) { id, code }: z.output<typeof TestParam>) {
    return this.results.ofClass(actor, id, code);
  }
}
