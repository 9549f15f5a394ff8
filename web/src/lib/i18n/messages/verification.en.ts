import { plural } from '../format.rules.js';

export const en = {
  title: 'Check a certificate',
  lead: 'Point the camera of your phone at the square on the certificate, or type the code printed beside it.',
  code: 'Code on the certificate',
  codeHint: 'Spaces do not matter.',
  codeMissing: 'Please enter the code.',
  submit: 'Check',
  another: 'Check another certificate',
  states: {
    valid: 'This certificate is genuine and valid',
    revoked: 'This certificate has been revoked',
    replaced: 'This certificate has been replaced by a newer one',
    unknown: 'No certificate with this code',
  },
  stateText: {
    valid: 'It was issued by the body named below and is recorded in its register.',
    revoked: 'It was genuine once, but must no longer be relied on.',
    replaced: 'A newer certificate with corrected details was issued. Ask the holder for it.',
    unknown: 'Check the code for a misread letter. If it stays unknown, do not rely on the paper.',
  },
  number: 'Number',
  course: 'Course',
  version: 'Version',
  hours: 'Duration',
  hoursValue: (hours: number, days: number) =>
    `${hours} ${plural(hours, { one: 'hour', other: 'hours' })} in ${days} ${plural(days, { one: 'day', other: 'days' })}`,
  dates: 'Held on',
  yearEstimated: 'year estimated',
  place: 'Place',
  issuedOn: 'Issued on',
  issuer: 'Issued by',
  revokedOn: 'Revoked on',
  checkedNow: 'Checked against the register just now',
  compare: 'Compare the name and the number with the paper in your hand. If they differ, do not rely on the paper.',
  how: 'How this check works',
  howText:
    'The code leads to one entry of the register of the issuing body. This page shows what stands on the certificate, and whether it is still valid today. It shows nothing else about the person.',
  signatures: {
    genuine: 'The square on the paper was signed by the issuing body, and nothing in it was changed.',
    forged: 'The square on this paper was not signed by the issuing body, or was changed. Do not rely on the paper.',
    unsupported: 'This browser cannot check the signature in the square. The register was asked all the same.',
  },
  offlineTitle: {
    genuine: 'Genuine, checked without a network',
    forged: 'Not genuine',
    unsupported: 'Cannot be checked without a network',
  },
  offlineText: {
    genuine:
      'The signature of the issuing body is right. Whether the certificate was revoked since cannot be seen offline: scan it again when there is a signal.',
    forged: 'The signature does not fit what the square says. Do not rely on the paper.',
    unsupported:
      'This device has no keys of the issuing body yet, or its browser is too old. Scan the code again when there is a signal.',
  },
  name: 'Name',
  endsOn: 'Course ended on',
  kinds: { completion: 'Certificate of completion', attendance: 'Statement of attendance' },
};
