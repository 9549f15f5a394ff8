import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { Attempt, Beginning, ClassTests, TestParam } from './attempts.contract.js';
import { AttemptsService } from './attempts.service.js';
import { WindowsService } from './windows.service.js';

@Controller('api/v1')
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly windows: WindowsService,
  ) {}

  @Post('attempts')
  @Allow('attempt.take')
  @Answers(Attempt, 200)
  begin(@Who() actor: Actor, @Body({ schema: Beginning }) input: Beginning) {
    return this.attempts.begin(actor, input);
  }

  @Post('attempts/:id/late-acceptance')
  @Allow('test.open')
  @Answers(null)
  acceptLate(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: z.output<typeof IdParam>) {
    return this.windows.acceptLate(actor, id);
  }

  @Get('cohorts/:id/tests')
  @Allow('result.read')
  @Answers(ClassTests)
  tests(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: z.output<typeof IdParam>) {
    return this.windows.tests(actor, id);
  }

  @Post('cohorts/:id/tests/:code/opening')
  @Allow('test.open')
  @Answers(null)
  open(@Who() actor: Actor, @Param({ schema: TestParam }) { id, code }: z.output<typeof TestParam>) {
    return this.windows.open(actor, id, code);
  }

  @Post('cohorts/:id/tests/:code/closing')
  @Allow('test.open')
  @Answers(null)
  close(@Who() actor: Actor, @Param({ schema: TestParam }) { id, code }: z.output<typeof TestParam>) {
    return this.windows.close(actor, id, code);
  }
}
