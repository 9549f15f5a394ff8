import { declareFailures } from '../kernel/failure.js';

export const refuseCurriculum = declareFailures({
  'curriculum.missing': { status: 404, title: 'There is no such curriculum' },
  'curriculum.version_missing': { status: 404, title: 'There is no such version' },
  'curriculum.module_missing': { status: 404, title: 'There is no such module for you' },
  'curriculum.faulty': { status: 422, title: 'The curriculum has errors' },
  'curriculum.version_taken': {
    status: 409,
    title: 'This version number is published with other content: give the curriculum a new one',
  },
  'curriculum.version_not_greater': {
    status: 409,
    title: 'A later version is published already: give the curriculum a greater number',
  },
  'curriculum.version_understates': {
    status: 409,
    title: 'The version number says less than the change is',
  },
  'curriculum.version_wrong': { status: 422, title: 'This is not a version number' },
  'curriculum.not_comparable': { status: 422, title: 'These two versions are not of the same curriculum' },
  'curriculum.archive_missing': { status: 404, title: 'The files of this version are not kept' },
  'publication.missing': { status: 404, title: 'There is no such publication' },
  'publication.done': { status: 409, title: 'The version is published already' },
  'media.missing': { status: 404, title: 'There is no such picture' },
});
