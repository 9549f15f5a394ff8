import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { AttendanceSheet } from './attendance.contract.js';
import { AttendanceService } from './attendance.service.js';

@Controller('api/v1/cohorts')
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Get(':id/attendance')
  @Allow('attendance.read')
  @Answers(AttendanceSheet)
  sheet(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: z.output<typeof IdParam>) {
    return this.attendance.sheet(actor, id);
  }
}
