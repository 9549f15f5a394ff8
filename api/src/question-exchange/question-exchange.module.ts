import { Module } from '@nestjs/common';
import { AuthoringModule } from '../authoring/index.js';
import { QuestionExchangeController } from './question-exchange.controller.js';
import { QuestionExchangeService } from './question-exchange.service.js';

@Module({
  imports: [AuthoringModule],
  controllers: [QuestionExchangeController],
  providers: [QuestionExchangeService],
})
export class QuestionExchangeModule {}
