import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { CohortRecordService, MembershipService } from '../courses/index.js';
import { Queries } from '../db/queries.js';
import { fromCursor, type Page, pageOf } from '../http/contract.js';
import { Clock } from '../kernel/clock.js';
import type { Certificate, CertificatesQuery } from './certificates.contract.js';
import { refuseCertificate } from './certificates.failures.js';
import type { CertificateRow } from './certificates.rows.js';
import { CertificatesStore, type RegisterEntry } from './certificates.store.js';
import { IssuingService } from './issuing.service.js';
import { PrintingService } from './printing.service.js';
import { SheetService } from './sheet.service.js';
import { certificateAllows } from './states.rules.js';

export interface CertificateFile {
  readonly bytes: Buffer;
  readonly hash: string | null;
  readonly name: string;
}

/** The register: what was issued, and what became of it. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly queries: Queries,
    private readonly store: CertificatesStore,
    private readonly sheets: SheetService,
    private readonly issuing: IssuingService,
    private readonly printing: PrintingService,
    private readonly members: MembershipService,
    private readonly records: CohortRecordService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: CertificatesQuery): Promise<Page<Certificate>> {
    const rows = await this.store.entries(
      { ...query, names: seesNames(actor) },
      ownerOf(actor),
      fromCursor(query.after, 3),
    );
    const { items, next } = pageOf(rows, query.limit, ({ issuedAt, series, number }) => [issuedAt, series, number]);
    return { items: items.map((entry) => seenBy(actor, entry)), next };
  }

  async certificate(actor: Actor, id: string): Promise<Certificate> {
    return seenBy(actor, await this.entry(actor, id));
  }

  async file(actor: Actor, id: string): Promise<CertificateFile> {
    const entry = await this.entry(actor, id);
    if (entry.state !== 'issued') throw refuseCertificate('certificate.wrong_state', { state: entry.state });
    if (entry.fileHash === null) throw refuseCertificate('certificate.not_ready');
    return { ...(await this.printing.file(entry)), name: `${entry.code}.pdf` };
  }

  /** Every valid certificate of the cohort that is printed, a page each. */
  async bundle(actor: Actor, cohortId: string): Promise<CertificateFile> {
    await this.members.readable(actor, 'certificate.download', cohortId);
    const printed = await this.store.printedOfCohort(cohortId);
    if (printed.length === 0) throw refuseCertificate('certificate.none_ready');
    const { code } = await this.records.facts(cohortId);
    return {
      bytes: await this.printing.bundle(printed.map(({ snapshot }) => snapshot)),
      hash: null,
      name: `${code}-certificates.pdf`,
    };
  }

  async revoke(actor: Actor, id: string, reason: string): Promise<Certificate> {
    await this.queries.transaction(async (tx) => {
      const row = issuedOnly(await this.store.locked(tx, id));
      const now = this.clock.now();
      await this.store.close(tx, id, {
        state: 'revoked',
        stateChangedAt: now,
        stateChangedBy: actor.personId,
        stateReason: reason,
      });
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'certificate.revoked',
        subjectKind: 'certificate',
        subjectId: id,
        details: { code: row.code, reason },
      });
    });
    return this.certificate(actor, id);
  }

  /** Issues another certificate with a number of its own and the person's name, rank and unit as they are recorded now. */
  async replace(actor: Actor, id: string, reason: string): Promise<Certificate> {
    const entry = await this.entry(actor, id);
    const sheet = await this.sheets.of(entry.cohortId);
    const holder = sheet.people.find(({ graduate }) => graduate.personId === entry.personId);
    if (holder === undefined) throw refuseCertificate('certificate.holder_missing');
    const draft = this.issuing.draft(entry.kind, sheet, holder.graduate);
    const issue = await this.issuing.begin(actor);
    await this.issuing.refuseUnprintable([draft], issue);
    const newId = await this.queries.transaction(async (tx) => {
      const old = issuedOnly(await this.store.locked(tx, id));
      await this.store.close(tx, id, {
        state: 'replaced',
        stateChangedAt: issue.now,
        stateChangedBy: actor.personId,
        stateReason: reason,
      });
      const [made] = (await this.issuing.award(tx, [draft], issue)) as [CertificateRow];
      await this.store.replaced(tx, id, made.id);
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'certificate.replaced',
        subjectKind: 'certificate',
        subjectId: id,
        details: { code: old.code, by: made.code, reason },
      });
      return made.id;
    });
    return this.certificate(actor, newId);
  }

  private async entry(actor: Actor, id: string): Promise<RegisterEntry> {
    const found = await this.store.entry(id, ownerOf(actor));
    if (found === null) throw refuseCertificate('certificate.missing');
    return found;
  }
}

/** The person whose certificates alone may be seen, or null for all. */
function ownerOf(actor: Actor): string | null {
  return scope(actor, 'certificate.read') === 'all' ? null : actor.personId;
}

/** Observers see that a certificate was given, for which course and when, and not to whom; nor can they search for it. */
function seesNames(actor: Actor): boolean {
  return scope(actor, 'certificate.download') !== null;
}

function issuedOnly(row: CertificateRow | null): CertificateRow {
  if (row === null) throw refuseCertificate('certificate.missing');
  if (row.state !== 'issued') throw refuseCertificate('certificate.wrong_state', { state: row.state });
  return row;
}

function seenBy(actor: Actor, entry: RegisterEntry): Certificate {
  const { snapshot } = entry;
  const mayDownload = seesNames(actor);
  return {
    id: entry.id,
    number: entry.code,
    kind: entry.kind,
    state: entry.state,
    person: mayDownload ? { id: entry.personId, ...withoutRankInEnglish(snapshot.person) } : null,
    cohort: { id: entry.cohortId, code: entry.cohortCode },
    course: snapshot.course,
    startsOn: snapshot.startsOn,
    endsOn: snapshot.endsOn,
    yearEstimated: snapshot.yearEstimated,
    issuedOn: snapshot.issuedOn,
    verifyUrl: mayDownload ? snapshot.verifyUrl.replace(/#.*/s, '') : null,
    ready: entry.fileHash !== null,
    stateChangedAt: entry.stateChangedAt?.toISOString() ?? null,
    stateReason: scope(actor, 'certificate.revoke') === null ? null : entry.stateReason,
    replacedBy: entry.replacedBy,
    allowed: certificateAllows(entry.state, {
      download: mayDownload && entry.fileHash !== null,
      revoke: scope(actor, 'certificate.revoke') !== null,
      issue: scope(actor, 'certificate.issue') !== null,
    }),
  };
}

function withoutRankInEnglish({ rankEn: _, ...person }: RegisterEntry['snapshot']['person']) {
  return person;
}
