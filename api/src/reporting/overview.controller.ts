import { Controller, Get } from '@nestjs/common';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { Overview } from './overview.contract.js';
import { OverviewService } from './overview.service.js';

@Controller('api/v1/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @Allow('report.read')
  @Answers(Overview)
  read(@Who() actor: Actor) {
    return this.overview.seenBy(actor);
  }
}
