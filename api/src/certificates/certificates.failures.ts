import { declareFailures } from '../kernel/failure.js';

export const refuseCertificate = declareFailures({
  'certificate.missing': { status: 404, title: 'There is no such certificate' },
  'certificate.cohort_missing': { status: 404, title: 'There is no such cohort' },
  'certificate.holder_missing': { status: 409, title: 'The holder has no seat in the cohort any more' },
  'certificate.batch_missing': { status: 404, title: 'There is no such batch of certificates' },
  'certificate.not_eligible': { status: 409, title: 'Some of these persons may not be given this certificate' },
  'certificate.not_printable': { status: 422, title: 'Some of these certificates cannot be printed as they are' },
  'certificate.already_issued': { status: 409, title: 'Somebody issued one of these certificates in the meantime' },
  'certificate.wrong_state': { status: 409, title: 'This certificate was revoked or replaced before' },
  'certificate.not_ready': { status: 409, title: 'The certificate is not printed yet' },
  'certificate.none_ready': { status: 409, title: 'No certificate of this cohort is printed yet' },
});
