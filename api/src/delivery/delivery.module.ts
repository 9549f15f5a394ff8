import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { CurriculaModule } from '../curricula/index.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceFacts } from './attendance.facts.js';
import { AttendanceService } from './attendance.service.js';
import { AttendanceStore } from './attendance.store.js';
import { ClassService } from './class.service.js';
import { ClassStore } from './class.store.js';
import { FactKinds } from './fact-kinds.js';
import { FactsStore } from './facts.store.js';
import { LearningController } from './learning.controller.js';
import { LearningService } from './learning.service.js';
import { LearningStore } from './learning.store.js';
import { ProgressFacts } from './progress.facts.js';
import { ProgressStore } from './progress.store.js';
import { SyncController } from './sync.controller.js';
import { SyncService } from './sync.service.js';
import { TestBoard } from './test-board.js';
import { VersionOutlines } from './version-outlines.js';

@Module({
  imports: [CoursesModule, CurriculaModule],
  controllers: [SyncController, AttendanceController, LearningController],
  providers: [
    FactKinds,
    FactsStore,
    SyncService,
    ClassStore,
    ClassService,
    VersionOutlines,
    ProgressStore,
    ProgressFacts,
    AttendanceStore,
    AttendanceFacts,
    AttendanceService,
    LearningStore,
    LearningService,
    TestBoard,
  ],
  exports: [FactKinds, SyncService, AttendanceService, ClassService, ClassStore, TestBoard],
})
export class DeliveryModule {}
