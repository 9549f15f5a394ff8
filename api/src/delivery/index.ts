export { DeliveryModule } from './delivery.module.js';
export { AttendanceRow, FactRow, ModuleProgressRow, PracticeAnswerRow } from './delivery.rows.js';
export { SyncService } from './sync.service.js';
export { Fact, Sync } from './sync.contract.js';
export {
  type FactKind,
  FactKinds,
  type FactWork,
  type Outcome,
  type SentFact,
  accepted,
  acceptedWith,
  declareFact,
  refused,
} from './fact-kinds.js';
export { claimFacts } from './facts.store.js';
export { effectiveInstant } from './facts.rules.js';
export { AttendanceService } from './attendance.service.js';
export { type AttendanceMark, type AttendanceSummary, type Half, type HalfDay, isEnough } from './attendance.rules.js';
export { ClassService, type TeamClass } from './class.service.js';
export { type ClassMember, ClassStore } from './class.store.js';
export { TestBoard } from './test-board.js';
export { Words } from './attendance.contract.js';
export { TestCard } from './learning.contract.js';
