import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import {
  Cohort,
  CohortChange,
  CohortPage,
  CohortQuery,
  PlanDraft,
  PlanInput,
  Reason,
  Replan,
  TeamChange,
} from './cohorts.contract.js';
import { CohortsService } from './cohorts.service.js';
import { PlanningService } from './planning.service.js';
import {
  PlanPreview,
  SessionChange,
  SessionParam,
  Timetable,
  TrainerPage,
  TrainerQuery,
} from './timetable.contract.js';
import { TimetableService } from './timetable.service.js';

type Id = z.output<typeof IdParam>;

@Controller('api/v1')
export class CohortsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly planning: PlanningService,
    private readonly timetables: TimetableService,
  ) {}

  @Get('cohorts')
  @Allow('cohort.read')
  @Answers(CohortPage)
  list(@Who() actor: Actor, @Query({ schema: CohortQuery }) query: CohortQuery) {
    return this.cohorts.list(actor, query);
  }

  @Post('cohorts')
  @Allow('cohort.plan')
  @Answers(Cohort, 201)
  plan(@Who() actor: Actor, @Body({ schema: PlanInput }) input: PlanInput) {
    return this.cohorts.plan(actor, input);
  }

  @Post('plan-previews')
  @Allow('cohort.plan')
  @Answers(PlanPreview)
  preview(@Body({ schema: PlanDraft }) draft: PlanDraft) {
    return this.planning.preview(draft);
  }

  @Get('trainers')
  @Allow('cohort.plan')
  @Answers(TrainerPage)
  trainers(@Query({ schema: TrainerQuery }) query: TrainerQuery) {
    return this.timetables.trainers(query);
  }

  @Get('cohorts/:id')
  @Allow('cohort.read')
  @Answers(Cohort)
  cohort(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.cohorts.cohort(actor, id);
  }

  @Patch('cohorts/:id')
  @Allow('cohort.edit')
  @Answers(Cohort)
  change(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: CohortChange }) input: CohortChange,
  ) {
    return this.cohorts.change(actor, id, input);
  }

  @Put('cohorts/:id/team')
  @Allow('cohort.edit')
  @Answers(Cohort)
  appoint(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: TeamChange }) input: TeamChange,
  ) {
    return this.cohorts.appoint(actor, id, input);
  }

  @Get('cohorts/:id/timetable')
  @Allow('cohort.read')
  @Answers(Timetable)
  timetable(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.timetables.timetable(actor, id);
  }

  @Put('cohorts/:id/timetable')
  @Allow('cohort.edit')
  @Answers(Cohort)
  replan(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id, @Body({ schema: Replan }) input: Replan) {
    return this.cohorts.replan(actor, id, input);
  }

  @Patch('cohorts/:id/sessions/:sessionId')
  @Allow('cohort.edit')
  @Answers(Timetable)
  changeSession(
    @Who() actor: Actor,
    @Param({ schema: SessionParam }) at: z.output<typeof SessionParam>,
    @Body({ schema: SessionChange }) input: SessionChange,
  ) {
    return this.timetables.change(actor, at.id, at.sessionId, input);
  }

  @Post('cohorts/:id/opening')
  @Allow('cohort.edit')
  @Answers(Cohort)
  open(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.cohorts.open(actor, id);
  }

  @Post('cohorts/:id/closure')
  @Allow('cohort.edit')
  @Answers(Cohort)
  close(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.cohorts.close(actor, id);
  }

  @Post('cohorts/:id/cancellation')
  @Allow('cohort.edit')
  @Answers(Cohort)
  cancel(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id, @Body({ schema: Reason }) { reason }: Reason) {
    return this.cohorts.cancel(actor, id, reason);
  }
}
