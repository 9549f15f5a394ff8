/** A statement of attendance asks only that the person was there; a certificate of completion that the rules were met. */
export const certificateKinds = ['completion', 'attendance'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const obstacles = [
  'cohort_not_closed',
  'no_seat',
  'already_issued',
  'never_present',
  'attendance_low',
  'test_not_taken',
  'test_not_passed',
] as const;
export type Obstacle = (typeof obstacles)[number];

export interface EligibilityFacts {
  readonly cohortClosed: boolean;
  /** Whether the person had a seat: confirmed, completed or incomplete. */
  readonly seated: boolean;
  /** Whether a valid certificate of this cohort exists for the person. */
  readonly issued: boolean;
  readonly attendance: { readonly attended: number; readonly of: number };
  readonly requiredPercent: number;
  /** The person's best closed attempt at the post-test; null when there is none. */
  readonly postTest: { readonly percent: number; readonly passed: boolean } | null;
  /** False for a version without a post-test: then attendance alone decides. */
  readonly hasPostTest: boolean;
}

/** Everything that stands between a person and a certificate, in the order in which it is told; empty: it may be issued. */
export function obstaclesTo(kind: CertificateKind, facts: EligibilityFacts): Obstacle[] {
  const { cohortClosed, seated, issued, attendance, requiredPercent, postTest, hasPostTest } = facts;
  const found: (Obstacle | false)[] = [
    !cohortClosed && 'cohort_not_closed',
    !seated && 'no_seat',
    issued && 'already_issued',
    attendance.attended === 0 && 'never_present',
  ];
  if (kind === 'completion') {
    // In whole numbers, so that 80 % of 5 is 4 and not a rounding.
    const enough = attendance.attended * 100 >= requiredPercent * attendance.of;
    found.push(attendance.attended > 0 && !enough && 'attendance_low');
    found.push(hasPostTest && postTest === null && 'test_not_taken');
    found.push(hasPostTest && postTest?.passed === false && 'test_not_passed');
  }
  return found.filter((obstacle) => obstacle !== false);
}

/** The most that the person may be given now, or null. */
export function bestKind(facts: EligibilityFacts): CertificateKind | null {
  return certificateKinds.find((kind) => obstaclesTo(kind, facts).length === 0) ?? null;
}
