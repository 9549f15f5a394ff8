import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { Reason } from './cohorts.contract.js';
import {
  CandidatePage,
  CandidateQuery,
  Confirmation,
  ConfirmationOutcome,
  EnrolmentPage,
  EnrolmentParam,
  EnrolmentQuery,
  Nomination,
  NominationOutcome,
  WithdrawalOutcome,
} from './enrolments.contract.js';
import { EnrolmentsService } from './enrolments.service.js';

type Id = z.output<typeof IdParam>;

@Controller('api/v1')
export class EnrolmentsController {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @Get('cohorts/:id/enrolments')
  @Allow('enrolment.read')
  @Answers(EnrolmentPage)
  list(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: EnrolmentQuery }) query: EnrolmentQuery,
  ) {
    return this.enrolments.list(actor, id, query);
  }

  @Post('cohorts/:id/enrolments')
  @Allow('enrolment.edit')
  @Answers(NominationOutcome, 201)
  nominate(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: Nomination }) { personIds }: Nomination,
  ) {
    return this.enrolments.nominate(actor, id, personIds);
  }

  @Post('cohorts/:id/confirmations')
  @Allow('enrolment.edit')
  @Answers(ConfirmationOutcome)
  confirm(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: Confirmation }) input: Confirmation,
  ) {
    return this.enrolments.confirm(actor, id, input);
  }

  @Post('cohorts/:id/enrolments/:enrolmentId/withdrawal')
  @Allow('enrolment.edit')
  @Answers(WithdrawalOutcome)
  withdraw(
    @Who() actor: Actor,
    @Param({ schema: EnrolmentParam }) at: z.output<typeof EnrolmentParam>,
    @Body({ schema: Reason }) { reason }: Reason,
  ) {
    return this.enrolments.withdraw(actor, at.id, at.enrolmentId, reason);
  }

  @Get('candidates')
  @Allow('enrolment.edit')
  @Answers(CandidatePage)
  candidates(@Who() actor: Actor, @Query({ schema: CandidateQuery }) query: CandidateQuery) {
    return this.enrolments.candidates(actor, query);
  }
}
