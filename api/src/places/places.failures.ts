import { declareFailures } from '../kernel/failure.js';

export const refusePlace = declareFailures({
  'places.unit_missing': { status: 404, title: 'There is no such unit' },
  'places.province_missing': { status: 404, title: 'There is no such province' },
  'places.code_taken': { status: 409, title: 'Another unit has this code' },
  'places.below_itself': { status: 422, title: 'A unit cannot stand below itself' },
  'places.class_only_for_checkpoints': { status: 422, title: 'Only a checkpoint has a class' },
  'places.unit_closed': { status: 422, title: 'This unit is closed on that day' },
  'places.unit_occupied': { status: 409, title: 'People are still posted to this unit, or units stand below it' },
});
