import { declareFailures } from '../kernel/failure.js';

export const refuseDraft = declareFailures({
  'draft.missing': { status: 404, title: 'There is no such draft' },
  'draft.closed': { status: 409, title: 'This draft was published or discarded' },
  'draft.publishing': { status: 409, title: 'This draft is being published' },
  'draft.not_yours': { status: 403, title: 'Only who opened a draft, or a publisher, may discard it' },
  'draft.curriculum_exists': { status: 409, title: 'A curriculum with this code exists: open a draft of it' },
  'draft.file_missing': { status: 404, title: 'The draft has no such file' },
  /** `params`: path, text, revision, by, at of what stands there now; text is null for a picture or a removed file. */
  'draft.file_changed': { status: 409, title: 'Somebody changed this file in the meantime' },
  'draft.file_exists': { status: 409, title: 'The draft has a file with this name' },
  'draft.revision_missing': { status: 404, title: 'The file had no such state' },
  'draft.path_refused': { status: 422, title: 'A curriculum has no file with this name' },
  /** `params`: most, and of what: files, megabytes or questions. */
  'draft.too_large': { status: 422, title: 'The draft would be larger than a curriculum may be' },
  'draft.too_deep': { status: 422, title: 'The text is longer than can be read, or nests deeper' },
  'draft.upload_missing': { status: 422, title: 'No file came with the request' },
  'draft.archive_refused': { status: 422, title: 'The archive cannot be taken in' },
  'draft.picture_refused': { status: 422, title: 'This is not a picture that a curriculum may hold' },
  /** `params`: path, of one or more pictures; most, in millions of pixels. */
  'draft.picture_broken': { status: 422, title: 'A picture cannot be read to its end, or has too many pixels' },
  'draft.yaml_broken': { status: 409, title: 'The file is not valid YAML, so it can only be edited as text' },
  'draft.module_exists': { status: 409, title: 'The draft has a module with this code or folder' },
  'draft.module_broken': { status: 409, title: 'The module cannot be read before it is corrected' },
  'draft.module_missing': { status: 404, title: 'The draft has no such module' },
  /** `params`: path, and the field whose entries only its text can show. */
  'draft.facts_unreadable': { status: 409, title: 'A form cannot show this front matter, so it is edited as text' },
  /** `errors` name the fields of the form, with a sentence each. */
  'draft.facts_refused': { status: 422, title: 'Some fields cannot be written like this' },
  /** `params`: id of the objective; by, the questions and blueprints that name it. */
  'draft.objective_used': { status: 409, title: 'Questions ask about this objective' },
  'draft.question_exists': { status: 409, title: 'The module has a question with this id' },
  'draft.question_missing': { status: 404, title: 'The module has no such question' },
  'draft.questions_unreadable': { status: 422, title: 'The file cannot be read as questions' },
  'draft.order_differs': { status: 409, title: 'The list names other entries than the draft has' },
  'draft.unit_missing': { status: 404, title: 'The English file has no such text' },
  'draft.unit_untranslated': { status: 409, title: 'There is no Lao text here to keep' },
  'draft.translation_refused': { status: 422, title: 'The Lao text would break the file' },
  'draft.faulty': { status: 422, title: 'The draft has errors, so it cannot be published' },
  'draft.unchanged': { status: 409, title: 'This content is published already' },
  'draft.code_changed': { status: 409, title: 'The code of a curriculum stays the same for ever' },
});
