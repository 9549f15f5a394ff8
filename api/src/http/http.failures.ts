import { declareFailures } from '../kernel/failure.js';

export const refuseRequest = declareFailures({
  'http.invalid_input': { status: 422, title: 'Some of the input is not valid' },
  'http.unreadable': { status: 400, title: 'The request could not be read' },
  'http.not_found': { status: 404, title: 'There is nothing at this address' },
  'http.cross_site': { status: 403, title: 'The request came from another site' },
  'http.too_large': { status: 413, title: 'The upload is larger than allowed' },
  'http.too_many_requests': { status: 429, title: 'Too many tries; wait a little' },
  'http.unsupported_type': { status: 415, title: 'This kind of content is not accepted here' },
  'http.stale': { status: 409, title: 'Somebody changed this in the meantime' },
  'http.unavailable': { status: 503, title: 'The service is not ready at the moment' },
  'http.unexpected': { status: 500, title: 'Something went wrong on our side' },
});
