export { CertificatesModule } from './certificates.module.js';
export { CertificateRow, CertificateSeriesRow, SigningKeyRow } from './certificates.rows.js';
export { IssuingService } from './issuing.service.js';
export { IssuerService } from './issuer.service.js';
export { SheetService } from './sheet.service.js';
export { bestKind, obstaclesTo, type CertificateKind } from './eligibility.rules.js';
export { isCertificateCode } from './numbers.rules.js';
export { refuseCertificate } from './certificates.failures.js';
