import { declareFailures } from '../kernel/failure.js';

export const refuseProgramme = declareFailures({
  'programme.missing': { status: 404, title: 'There is no such record' },
  'programme.code_taken': { status: 409, title: 'This code is taken' },
  'programme.in_use': { status: 409, title: 'Other records refer to it, so it stays' },
  'programme.reference_missing': { status: 422, title: 'The donor or agency named does not exist' },
});
