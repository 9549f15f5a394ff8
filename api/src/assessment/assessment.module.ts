import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { CurriculaModule } from '../curricula/index.js';
import { DeliveryModule } from '../delivery/index.js';
import { AnswersFacts } from './answers.facts.js';
import { AnswersStore } from './answers.store.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { AttemptsStore } from './attempts.store.js';
import { MarkingService } from './marking.service.js';
import { MarkingStore } from './marking.store.js';
import { ResultsController } from './results.controller.js';
import { ResultsService } from './results.service.js';
import { ResultsStore } from './results.store.js';
import { TestBoardService } from './test-board.service.js';
import { WindowsService } from './windows.service.js';

@Module({
  imports: [CoursesModule, CurriculaModule, DeliveryModule],
  controllers: [AttemptsController, ResultsController],
  providers: [
    AttemptsStore,
    AttemptsService,
    WindowsService,
    AnswersStore,
    AnswersFacts,
    MarkingStore,
    MarkingService,
    ResultsStore,
    ResultsService,
    TestBoardService,
  ],
  exports: [AttemptsService, WindowsService, ResultsService],
})
export class AssessmentModule {}
