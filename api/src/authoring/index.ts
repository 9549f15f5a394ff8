export { AuthoringModule } from './authoring.module.js';
export { DraftChangeRow, DraftFileRow, DraftRow, SourceTextRow } from './authoring.rows.js';
