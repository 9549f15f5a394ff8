export { CurriculaModule } from './curricula.module.js';
export { CurriculaService, type Outline } from './curricula.service.js';
export { type FolderOutcome, type Published, PublishingService } from './publishing.service.js';
export {
  CurriculumRow,
  CurriculumVersionRow,
  ModulePageRow,
  ModuleRow,
  QuestionRow,
  TestRow,
} from './curricula.rows.js';
export type { PackedPage, VersionHead } from './curricula.store.js';
export { refuseCurriculum } from './curricula.failures.js';
