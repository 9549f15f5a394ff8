import { declareFailures } from '../kernel/failure.js';

export const refusePerson = declareFailures({
  'people.person_missing': { status: 404, title: 'There is no such person' },
  'people.service_number_taken': { status: 409, title: 'Another person has this service number' },
  'people.suspected_duplicate': { status: 409, title: 'This person may be on record already' },
  'people.posting_missing': { status: 404, title: 'There is no such posting' },
  'people.postings_overlap': { status: 409, title: 'The person would be at two units on the same day' },
  'people.dates_out_of_order': { status: 422, title: 'The last day is before the first' },
  'people.suspended': { status: 409, title: 'This account is suspended' },
  'people.only_trainees': { status: 403, title: 'A trainer may do this for trainees only' },
});
