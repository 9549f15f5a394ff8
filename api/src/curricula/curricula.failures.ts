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
});
