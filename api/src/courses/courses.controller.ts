import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { Course, CourseChange, CourseInput, CoursePage, CourseQuery } from './courses.contract.js';
import { CoursesService } from './courses.service.js';

type Id = z.output<typeof IdParam>;

@Controller('api/v1')
export class CoursesController {
  constructor(private readonly courses: CoursesService) {}

  @Get('courses')
  @Allow('course.read')
  @Answers(CoursePage)
  list(@Who() actor: Actor, @Query({ schema: CourseQuery }) query: CourseQuery) {
    return this.courses.list(actor, query);
  }

  @Get('courses/:id')
  @Allow('course.read')
  @Answers(Course)
  course(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.courses.course(actor, id);
  }

  @Post('courses')
  @Allow('course.edit')
  @Answers(Course, 201)
  add(@Who() actor: Actor, @Body({ schema: CourseInput }) input: CourseInput) {
    return this.courses.add(actor, input);
  }

  @Put('courses/:id')
  @Allow('course.edit')
  @Answers(Course)
  change(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: CourseChange }) input: CourseChange,
  ) {
    return this.courses.change(actor, id, input);
  }

  @Delete('courses/:id')
  @Allow('course.edit')
  @Answers(null)
  remove(@Param({ schema: IdParam }) { id }: Id) {
    return this.courses.remove(id);
  }
}
