import { Controller, Get } from '@nestjs/common';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { Lessons, Today } from './learning.contract.js';
import { LearningService } from './learning.service.js';

@Controller('api/v1')
export class LearningController {
  constructor(private readonly learning: LearningService) {}

  @Get('today')
  @Allow('learning.read')
  @Answers(Today)
  today(@Who() actor: Actor) {
    return this.learning.today(actor);
  }

  @Get('lessons')
  @Allow('learning.read')
  @Answers(Lessons)
  lessons(@Who() actor: Actor) {
    return this.learning.lessons(actor);
  }
}
