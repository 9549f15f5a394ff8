import { declareFailures } from '../kernel/failure.js';

export const refuseProduct = declareFailures({
  'product.missing': { status: 404, title: 'There is no such document for you' },
  'product.test_missing': { status: 404, title: 'This version has no such test' },
  'product.variant_missing': { status: 404, title: 'This version has no such kind of class' },
  'product.dates_missing': { status: 422, title: 'Say on which days the class is: a start date, or the class itself' },
  'product.too_few_days': { status: 422, title: 'The agenda is longer than these days' },
});
