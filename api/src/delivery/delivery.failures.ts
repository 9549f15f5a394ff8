import { declareFailures } from '../kernel/failure.js';

export const refuseDelivery = declareFailures({
  'fact.of_another_person': { status: 409, title: 'This was recorded by another person' },
  'fact.kind_unknown': { status: 422, title: 'This program does not know what was recorded' },
  'fact.payload_invalid': { status: 422, title: 'What was recorded is not complete' },
  'fact.cohort_unknown': { status: 404, title: 'There is no such class' },
  'fact.not_enrolled': { status: 409, title: 'This person has no seat in the class' },
  'fact.module_unknown': { status: 404, title: 'The class does not study this module' },
  'fact.section_unknown': { status: 404, title: 'The module has no such section' },
  'attendance.not_trainer': { status: 403, title: 'Only a trainer of the class marks attendance' },
  'attendance.not_on_list': { status: 409, title: 'This person is not on the list of the class' },
  'attendance.no_class': { status: 409, title: 'The class does not meet on this half-day' },
  'attendance.future': { status: 409, title: 'This half-day has not come yet' },
  'attendance.superseded': { status: 409, title: 'A later mark counts instead of this one' },
  'class.unknown': { status: 404, title: 'There is no such class' },
});
