import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import { Queries } from '../db/queries.js';
import { JobHandlers } from '../jobs/job-kinds.js';
import { Clock } from '../kernel/clock.js';
import { Storage } from '../storage/storage.js';
import type { CertificateFacts, FactFault } from './certificate.facts.js';
import { renderJob } from './certificates.jobs.js';
import { CertificatesStore, type RegisterEntry } from './certificates.store.js';

/** Makes PDFs of what the register holds and keeps them by what they contain. */
@Injectable()
export class PrintingService {
  constructor(
    private readonly queries: Queries,
    private readonly store: CertificatesStore,
    private readonly storage: Storage,
    private readonly clock: Clock,
    handlers: JobHandlers,
  ) {
    handlers.handle(renderJob, ({ certificateId }) => this.print(certificateId));
  }

  /** What would keep certificates from being printed, by the place of each in the list. */
  async faults(all: readonly CertificateFacts[]): Promise<{ index: number; faults: readonly FactFault[] }[]> {
    const { certificateFaults } = await printer();
    return all.flatMap((facts, index) => {
      const faults = certificateFaults(facts);
      return faults.length === 0 ? [] : [{ index, faults }];
    });
  }

  /** Prints the certificate unless its file is there and whole. Safe to run again and at the same time: the bytes are the same. */
  async print(id: string): Promise<void> {
    const found = await this.store.entry(id);
    if (found === null) throw new Error(`There is no certificate ${id}`);
    if (found.fileHash !== null && (await this.storage.read(found.fileHash)) !== null) return;
    await this.stored(found);
  }

  /** The stored PDF; printed anew when the file was lost or damaged. */
  async file(entry: RegisterEntry): Promise<{ bytes: Buffer; hash: string }> {
    const bytes = entry.fileHash === null ? null : await this.storage.read(entry.fileHash);
    return bytes === null ? this.stored(entry) : { bytes, hash: entry.fileHash! };
  }

  /** All of them in one document, a page each, in the order given. Lets other requests through between pages. */
  async bundle(all: readonly CertificateFacts[]): Promise<Buffer> {
    const { bundleCertificates } = await printer();
    return bundleCertificates(all, () => breath());
  }

  private async stored(entry: RegisterEntry): Promise<{ bytes: Buffer; hash: string }> {
    const { renderCertificate } = await printer();
    const bytes = await renderCertificate(entry.snapshot);
    const hash = await this.storage.put(bytes);
    if ((await this.storage.read(hash)) === null)
      throw new Error(`The file of certificate ${entry.code} does not match its hash`);
    await this.queries.transaction((tx) => this.store.printed(tx, entry.id, hash, bytes.length, this.clock.now()));
    return { bytes, hash };
  }
}

/** PDFKit and the typefaces cost memory and time at import: a process that prints nothing does not pay for them. */
function printer() {
  return import('./certificate.pdf.js');
}
