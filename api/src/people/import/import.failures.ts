import { declareFailures } from '../../kernel/failure.js';

export const refuseImport = declareFailures({
  'import.missing': { status: 404, title: 'There is no such import' },
  'import.file_missing': { status: 422, title: 'No file was sent' },
  'import.file_too_large': { status: 413, title: 'The file is larger than 10 MB, or unpacks to too much' },
  'import.file_kind': { status: 415, title: 'The file is neither CSV nor XLSX' },
  'import.file_unreadable': { status: 422, title: 'The file cannot be read' },
  'import.not_utf8': { status: 422, title: 'The text is not UTF-8: save the list as CSV UTF-8 or as XLSX' },
  'import.too_many_rows': { status: 422, title: 'The list has more than 20,000 rows' },
  'import.empty': { status: 422, title: 'The list has no rows below its headings' },
  'import.field_twice': { status: 422, title: 'Two columns are read as the same field' },
  'import.closed': { status: 409, title: 'This import was confirmed or discarded already' },
  'import.undecided': { status: 409, title: 'Some suspected duplicates are not decided yet' },
  'import.has_errors': { status: 409, title: 'Some rows are in error: correct the list, or leave them out' },
  'import.changed': { status: 409, title: 'People on record changed since the preview: look at it again' },
  'import.choice_unknown': { status: 422, title: 'This cannot be decided for these rows' },
});
