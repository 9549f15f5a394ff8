import { Injectable } from '@nestjs/common';
import { Limits } from '../http/limits.js';
import { vientianeDay } from '../kernel/dates.js';
import { canonicalCode } from '../kernel/ids.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { Verification } from './certificates.contract.js';
import { CertificatesStore } from './certificates.store.js';

const perAddress = { name: 'verification:address', most: 60, seconds: 60 };
const unknown: Verification = { state: 'unknown', revokedOn: null, certificate: null };

/** What anybody may learn from the code on a certificate. A wrong code and one that was never issued take the same way. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly store: CertificatesStore,
    private readonly limits: Limits,
  ) {}

  async check(typed: string, address: string): Promise<Verification> {
    await this.limits.count(perAddress, address);
    const found = await this.store.byToken(canonicalCode(typed));
    if (found === null) return unknown;
    const { state, snapshot, stateChangedAt } = found;
    return {
      state: state === 'issued' ? 'valid' : state,
      revokedOn: state === 'revoked' && stateChangedAt !== null ? vientianeDay(stateChangedAt) : null,
      certificate: face(snapshot),
    };
  }
}

/** Nothing but what the paper shows. */
function face({
  number,
  kind,
  person,
  course,
  startsOn,
  endsOn,
  yearEstimated,
  placeLo,
  placeEn,
  issuedOn,
  issuer,
}: CertificateFacts) {
  const { rankEn: _, ...holder } = person;
  return {
    number,
    kind,
    ...holder,
    courseLo: course.titleLo,
    courseEn: course.titleEn,
    versionLabel: course.versionLabel,
    hours: course.hours,
    days: course.days,
    startsOn,
    endsOn,
    yearEstimated,
    placeLo,
    placeEn,
    issuedOn,
    issuerLo: issuer.departmentLo,
    issuerEn: issuer.departmentEn,
  };
}
