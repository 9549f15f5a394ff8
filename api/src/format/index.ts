export type {
  AgendaItem,
  Audience,
  Block,
  BlockKind,
  CertificateRules,
  Curriculum,
  LaoModule,
  Locale,
  Localised,
  Module,
  Picture,
  Question,
  QuestionOption,
  Test,
  TextState,
} from './curriculum.js';
export { agendaMinutes } from './agenda.rules.js';
export { canonicalForm, canonicalJson, contentHash } from './canonical.rules.js';
export { type Checked, checkCurriculum } from './check.rules.js';
export { type Fault, hasErrors } from './fault.rules.js';
export { readFolder, type Source } from './folder.source.js';
export { editorSchemas } from './format.shapes.js';
export { type ModulePage, modulePage } from './page.rules.js';
export { type PaperQuestion, sealed, withoutKey } from './questions.rules.js';
export { canonicalText } from './text.rules.js';
