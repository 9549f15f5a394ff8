import type { components } from '#lib/api/schema.js';

export type Sheet = components['schemas']['EligibilitySheet'];
export type Candidate = Sheet['people'][number];
type Obstacle = Candidate['obstacles'][number];

/** The sentences of the catalog; numbers come in as the language writes them. */
interface Sentences {
  readonly attendance_low: (attended: number, of: number, needed: string) => string;
  readonly test_not_passed: (reached: string, needed: string) => string;
  readonly cohort_not_closed: string;
  readonly no_seat: string;
  readonly already_issued: string;
  readonly never_present: string;
  readonly test_not_taken: string;
}

/** Why somebody may not be given a certificate of completion, one sentence a reason. */
export function reasonsOf(
  person: Pick<Candidate, 'obstacles' | 'attendance' | 'postTest'>,
  needs: Pick<Sheet, 'requiredPercent' | 'passPercent'>,
  sentences: Sentences,
  percent: (share: number) => string,
): string[] {
  const said: Record<Obstacle, () => string> = {
    cohort_not_closed: () => sentences.cohort_not_closed,
    no_seat: () => sentences.no_seat,
    already_issued: () => sentences.already_issued,
    never_present: () => sentences.never_present,
    attendance_low: () =>
      sentences.attendance_low(person.attendance.attended, person.attendance.of, percent(needs.requiredPercent / 100)),
    test_not_taken: () => sentences.test_not_taken,
    test_not_passed: () =>
      sentences.test_not_passed(
        percent((person.postTest?.percent ?? 0) / 100),
        percent((needs.passPercent ?? 0) / 100),
      ),
  };
  return person.obstacles.map((obstacle) => said[obstacle]());
}

export type Group = 'completion' | 'attendance' | 'none' | 'issued';
export const GROUPS: readonly Group[] = ['completion', 'attendance', 'none', 'issued'];

export function groupOf(person: Pick<Candidate, 'certificate' | 'mayReceive'>): Group {
  if (person.certificate) return 'issued';
  return person.mayReceive ?? 'none';
}

/** The batches that still have something unprinted, each once. */
export function unprintedBatches(people: readonly Pick<Candidate, 'certificate'>[]): string[] {
  return [
    ...new Set(people.flatMap(({ certificate }) => (certificate && !certificate.ready ? [certificate.batchId] : []))),
  ];
}
