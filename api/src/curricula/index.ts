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
export type { AgendaItem, Audience, Localised, Locale, Question, QuestionOption, Test } from './curriculum.js';
export { type PaperQuestion, withoutKey } from './questions.rules.js';
export { type Checked, checkCurriculum } from './check.rules.js';
export { type Fault } from './fault.rules.js';
export { readFolder } from './folder.source.js';
export { editorSchemas } from './format.shapes.js';
export { refuseCurriculum } from './curricula.failures.js';
