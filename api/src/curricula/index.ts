export { Author, authorOf } from './author.contract.js';
export { PictureFacts } from './practice.contract.js';
export { AfterPublishing, type NewVersion } from './after-publishing.js';
export { ChangeClass, comparisonFields } from './comparison.contract.js';
export { ComparisonService } from './comparison.service.js';
export { MediaService } from './media.service.js';
export { PublicationsService } from './publications.service.js';
export { CurriculaModule } from './curricula.module.js';
export { CurriculaService, type Outline } from './curricula.service.js';
export { EarlierVersionsService } from './earlier-versions.service.js';
export { type FolderOutcome, type Published, PublishingService } from './publishing.service.js';
export {
  CurriculumRow,
  CurriculumVersionRow,
  MediaRow,
  ModulePageRow,
  ModuleRow,
  PublicationRow,
  QuestionRow,
  TestRow,
  VersionMediaRow,
} from './curricula.rows.js';
export type { PackedPage, VersionHead } from './curricula.store.js';
export { refuseCurriculum } from './curricula.failures.js';
export { isWhole, mostMegapixels } from './raster.js';
export { ModulePage } from './curricula.contract.js';
