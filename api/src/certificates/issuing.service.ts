import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { Config } from '../config.js';
import type { CohortFacts } from '../courses/index.js';
import type { Outline } from '../curricula/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import type { InputIssue } from '../kernel/failure.js';
import { newId, randomCode } from '../kernel/ids.js';
import type { CertificateFacts } from './certificate.facts.js';
import { renderJob } from './certificates.jobs.js';
import type { IssuedBatch, IssueRequest } from './certificates.contract.js';
import { refuseCertificate } from './certificates.failures.js';
import type { CertificateRow } from './certificates.rows.js';
import { CertificatesStore } from './certificates.store.js';
import { signedCredential } from './credential.rules.js';
import { type CertificateKind, obstaclesTo } from './eligibility.rules.js';
import { IssuerService } from './issuer.service.js';
import { certificateCode, seriesFor } from './numbers.rules.js';
import { PrintingService } from './printing.service.js';
import { type CohortSheet, SheetService } from './sheet.service.js';
import { type SigningKey, SigningKeys } from './signing-keys.js';
import { type GraduateFacts, type IssuerFacts, snapshotOf } from './snapshot.rules.js';

/** What one certificate is made of before it has a number. */
export interface Draft {
  readonly kind: CertificateKind;
  readonly cohort: CohortFacts;
  readonly outline: Outline;
  readonly person: GraduateFacts;
  readonly token: string;
}

interface Issue {
  readonly by: Pick<Actor, 'personId'> | null;
  readonly batchId: string;
  readonly issuer: IssuerFacts;
  readonly key: SigningKey;
  readonly now: Date;
}

/** 130 random bits: more than the 128 that a secret address needs, and whole letters. */
const tokenBits = 130;

/** Gives certificates out: numbers, signatures and the jobs that print them, all in one transaction or not at all. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly queries: Queries,
    private readonly sheets: SheetService,
    private readonly store: CertificatesStore,
    private readonly issuers: IssuerService,
    private readonly keys: SigningKeys,
    private readonly printing: PrintingService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** `by` null: the program itself, replaying the past. */
  async issue(
    by: Pick<Actor, 'personId'> | null,
    cohortId: string,
    { kind, personIds }: IssueRequest,
  ): Promise<IssuedBatch> {
    const sheet = await this.sheets.of(cohortId);
    refuseIneligible(sheet, kind, personIds);
    const { cohort, outline } = sheet;
    const chosen = sheet.people.filter(({ graduate }) => personIds.includes(graduate.personId));
    const drafts = chosen.map(({ graduate }) => this.draft(kind, { cohort, outline }, graduate));
    const issue = await this.begin(by);
    await this.refuseUnprintable(drafts, issue);
    const rows = await this.queries
      .transaction((tx) => this.award(tx, drafts, issue))
      .catch((fault: { constraint?: string }) => {
        if (fault.constraint === 'certificates_one_valid') throw refuseCertificate('certificate.already_issued');
        throw fault;
      });
    return {
      batchId: issue.batchId,
      certificates: rows.map(({ id, personId, code }) => ({ id, personId, number: code })),
    };
  }

  draft(
    kind: CertificateKind,
    { cohort, outline }: Pick<CohortSheet, 'cohort' | 'outline'>,
    person: GraduateFacts,
  ): Draft {
    return { kind, cohort, outline, person, token: randomCode(tokenBits) };
  }

  async begin(by: Pick<Actor, 'personId'> | null): Promise<Issue> {
    return {
      by,
      batchId: newId(),
      issuer: await this.issuers.current(),
      key: await this.keys.current(),
      now: this.clock.now(),
    };
  }

  /** Refuses before a number is taken: a number whose certificate can never be printed would be a gap on paper. */
  async refuseUnprintable(drafts: readonly Draft[], issue: Issue): Promise<void> {
    const faults = await this.printing.faults(drafts.map((draft) => this.facts(draft, 9999, issue).facts));
    if (faults.length === 0) return;
    const issues: InputIssue[] = faults.flatMap(({ index, faults: own }) =>
      own.map(({ path, message }) => ({
        path: `${drafts[index]!.person.personId}.${path}`,
        code: 'not_printable',
        message,
      })),
    );
    throw refuseCertificate('certificate.not_printable', { count: faults.length }, issues);
  }

  /** Takes the numbers and writes certificates, jobs and the audit event. The series stays locked until the transaction ends. */
  async award(tx: Tx, drafts: readonly Draft[], issue: Issue): Promise<CertificateRow[]> {
    const { by, batchId, key, now } = issue;
    await this.keys.record(tx, key);
    const [{ kind, cohort }] = drafts as [Draft];
    const series = seriesFor(kind, cohort.series);
    const year = Number(vientianeDay(now).slice(0, 4));
    const numbers = await this.store.takeNumbers(tx, series, year, drafts.length);
    const rows = drafts.map((draft, index): CertificateRow => {
      const { facts, signature } = this.facts(draft, numbers[index]!, issue);
      return {
        id: newId(),
        series,
        year,
        number: numbers[index]!,
        code: facts.number,
        kind,
        personId: draft.person.personId,
        cohortId: cohort.id,
        token: draft.token,
        snapshot: facts,
        signingKeyId: key.id,
        signature,
        state: 'issued',
        batchId,
        issuedAt: now,
        issuedBy: by?.personId ?? null,
        stateChangedAt: null,
        stateChangedBy: null,
        stateReason: null,
        replacedBy: null,
        fileHash: null,
        fileBytes: null,
        renderedAt: null,
      };
    });
    await this.store.add(tx, rows);
    await this.jobs.enqueue(
      tx,
      renderJob,
      rows.map(({ id }) => ({ key: id, payload: { certificateId: id } })),
      { batchId, createdBy: by?.personId ?? null },
    );
    await this.audit.append(tx, {
      actorId: by?.personId ?? null,
      action: 'certificate.issued',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      details: { batchId, certificates: rows.map(({ id, code, personId }) => ({ id, code, personId })) },
    });
    return rows;
  }

  private facts(
    { kind, cohort, outline, person, token }: Draft,
    number: number,
    { issuer, key, now }: Issue,
  ): { facts: CertificateFacts; signature: string } {
    const issuedOn = vientianeDay(now);
    const year = Number(issuedOn.slice(0, 4));
    const address = `${this.config.publicUrl}/v/${token}`;
    const code = certificateCode({ prefix: issuer.prefix, series: seriesFor(kind, cohort.series), year, number });
    const facts = snapshotOf(cohort, outline, person, issuer, {
      kind,
      number: code,
      issuedOn,
      verifyUrl: address,
      verifyCode: token,
    });
    const { signature, fragment } = signedCredential(facts, key.id, key.privateKey);
    return { facts: { ...facts, verifyUrl: `${address}#${fragment}` }, signature };
  }
}

/** All or nothing: the answer names each person who may not be given this, and why. */
function refuseIneligible({ people }: CohortSheet, kind: CertificateKind, personIds: readonly string[]): void {
  const found = new Map(people.map((person) => [person.graduate.personId, person.facts]));
  const issues = [...new Set(personIds)].flatMap((personId): InputIssue[] => {
    const facts = found.get(personId);
    const obstacles = facts === undefined ? ['no_seat'] : obstaclesTo(kind, facts);
    return obstacles.map((obstacle) => ({ path: personId, code: obstacle, message: obstacle.replaceAll('_', ' ') }));
  });
  if (issues.length > 0)
    throw refuseCertificate(
      'certificate.not_eligible',
      { count: new Set(issues.map(({ path }) => path)).size },
      issues,
    );
}
