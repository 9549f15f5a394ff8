import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam, PersonCoursesPage, PersonCoursesQuery } from './person-courses.contract.js';
import { PersonCoursesService } from './person-courses.service.js';

@Controller('api/v1')
export class PersonCoursesController {
  constructor(private readonly courses: PersonCoursesService) {}

  @Get('people/:id/courses')
  @Allow('enrolment.read')
  @Answers(PersonCoursesPage)
  list(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: z.output<typeof IdParam>,
    @Query({ schema: PersonCoursesQuery }) query: PersonCoursesQuery,
  ) {
    return this.courses.list(actor, id, query);
  }
}
