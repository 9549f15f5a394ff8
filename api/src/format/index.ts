export type {
  AgendaItem,
  Audience,
  Block,
  Blueprint,
  BlockKind,
  CertificateRules,
  Curriculum,
  DrawRule,
  Form,
  LaoModule,
  Locale,
  Localised,
  Module,
  Part,
  Picture,
  PictureFacts,
  Prose,
  Question,
  QuestionOption,
  QuestionPart,
  Rubric,
  Section,
  Survey,
  Test,
  TextState,
  Variant,
} from './curriculum.js';
export { agendaMinutes } from './agenda.rules.js';
export { canonicalForm, canonicalJson, contentHash } from './canonical.rules.js';
export { checkInPortions } from './check.portions.js';
export { type Checked, checkCurriculum, type Readable } from './check.rules.js';
export { issuesOf } from './fault-issues.rules.js';
export { type Fault, fault, gravest, hasErrors, inReadingOrder } from './fault.rules.js';
export { mostArchiveBytes, readFolder, type Source, sourceLimits } from './folder.source.js';
export { type Finding, finding, found } from './finding.rules.js';
export { type FileList, fileLists } from './curriculum-files.rules.js';
export { editorSchemas, moduleLaoShape, moduleShape, mostModules } from './format.shapes.js';
export { type MrzTask, mrzFaultLabels, mrzTask, workedMrz } from './mrz.rules.js';
export { type ModulePage, modulePage } from './page.rules.js';
export { type PracticePart, type PracticeQuestion, practiceQuestion } from './practice.rules.js';
export { type Pair, paired } from './pairing.rules.js';
export { isTranslated } from './question-text.rules.js';
export { type PaperPart, type PaperQuestion, sealed, withoutKey } from './question-paper.rules.js';
export { canonicalText, letterFaults } from './text.rules.js';
export { wordForm, wordForms } from './word-forms.rules.js';
export { type Packable, packables, packSource } from './archive-pack.rules.js';
export { packInPortions, readArchiveInPortions } from './archive.portions.js';
export { isSourcePath, kindOfFile, type Pieces, readArchive } from './archive.rules.js';
export {
  keptAs,
  noRecord,
  readRecord,
  recorded,
  recordPath,
  recordText,
  type TranslationRecord,
  unitState,
  type UnitState,
} from './freshness.rules.js';
export { readModule, type ReadModule } from './module.rules.js';
export { parseYaml } from './yaml-document.rules.js';
export { tooDeepAt } from './nesting.rules.js';
export { pictureElsewhere, pictureOf } from './picture.rules.js';
export { sourceHash, type Unit, type UnitField, unitId, unitsOf } from './units.rules.js';
export { isTaught } from './variant.rules.js';
export { splitFrontMatter } from './markdown.rules.js';
export { readProse } from './prose.rules.js';
export { sectionMinutes } from './section-minutes.rules.js';
export { type DiffPiece, wordDiff, wordsOf } from './word-diff.rules.js';
export { type Bump, type ChangeClass, neededBump, proposedVersion, understates } from './change.rules.js';
export { type ChangeCode, changeCodes } from './change-facts.rules.js';
export { type Printed, printed } from './changed.js';
export { compare, type Comparison } from './compare.rules.js';
export { comparableTo, type Unread } from './unread.rules.js';
export { type Snapshot, snapshotOf } from './snapshot.rules.js';
export { importNotes, type Imported, type ImportDefaults, leftReasons } from './exchange.rules.js';
export { mergedImport, type MergeVerdict } from './exchange-merge.rules.js';
export { readGift } from './gift-read.rules.js';
export { writeGift } from './gift-write.rules.js';
export { readMoodle } from './moodle-read.rules.js';
export { writeMoodle } from './moodle-write.rules.js';
