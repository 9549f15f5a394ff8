import { Body, Controller, Get, Param, Post, Put, Query, Res, Sse, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers, AnswersBytes } from '../http/answers.js';
import { BatchService } from './batch.service.js';
import {
  BatchState,
  Certificate,
  CertificatesPage,
  CertificatesQuery,
  EligibilitySheet,
  IdParam,
  IssuedBatch,
  IssueRequest,
  IssuerSettings,
  StateReason,
} from './certificates.contract.js';
import { KnownBatchGuard } from './known-batch.guard.js';
import { IssuerService } from './issuer.service.js';
import { IssuingService } from './issuing.service.js';
import { type CertificateFile, RegisterService } from './register.service.js';
import { SheetService } from './sheet.service.js';

type Id = z.output<typeof IdParam>;
type Reason = z.output<typeof StateReason>;

@Controller('api/v1')
export class CertificatesController {
  constructor(
    private readonly sheets: SheetService,
    private readonly issuing: IssuingService,
    private readonly register: RegisterService,
    private readonly batches: BatchService,
    private readonly issuers: IssuerService,
  ) {}

  @Get('cohorts/:id/certificates')
  @Allow('result.read')
  @Answers(EligibilitySheet)
  sheet(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.sheets.seenBy(actor, id);
  }

  @Post('cohorts/:id/certificates')
  @Allow('certificate.issue')
  @Answers(IssuedBatch, 202)
  issue(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: IssueRequest }) input: IssueRequest,
  ) {
    return this.issuing.issue(actor, id, input);
  }

  @Get('cohorts/:id/certificates/file')
  @Allow('certificate.download')
  @AnswersBytes('application/pdf')
  async bundle(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id, @Res() reply: FastifyReply) {
    sendFile(reply, await this.register.bundle(actor, id));
  }

  @Get('certificate-batches/:id')
  @Allow('certificate.issue')
  @Answers(BatchState)
  batch(@Param({ schema: IdParam }) { id }: Id) {
    return this.batches.state(id);
  }

  @Sse('certificate-batches/:id/progress')
  @Allow('certificate.issue')
  @UseGuards(KnownBatchGuard)
  @AnswersBytes('text/event-stream', 200, BatchState)
  progress(@Param({ schema: IdParam }) { id }: Id) {
    return this.batches.watch(id);
  }

  @Post('certificate-batches/:id/cancellation')
  @Allow('certificate.issue')
  @Answers(BatchState)
  cancel(@Param({ schema: IdParam }) { id }: Id) {
    return this.batches.cancel(id);
  }

  @Post('certificate-batches/:id/retry')
  @Allow('certificate.issue')
  @Answers(BatchState)
  retry(@Param({ schema: IdParam }) { id }: Id) {
    return this.batches.retry(id);
  }

  @Get('certificates')
  @Allow('certificate.read')
  @Answers(CertificatesPage)
  list(@Who() actor: Actor, @Query({ schema: CertificatesQuery }) query: CertificatesQuery) {
    return this.register.list(actor, query);
  }

  @Get('certificates/:id')
  @Allow('certificate.read')
  @Answers(Certificate)
  certificate(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.register.certificate(actor, id);
  }

  @Get('certificates/:id/file')
  @Allow('certificate.download')
  @AnswersBytes('application/pdf')
  async file(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id, @Res() reply: FastifyReply) {
    sendFile(reply, await this.register.file(actor, id));
  }

  @Post('certificates/:id/revocation')
  @Allow('certificate.revoke')
  @Answers(Certificate, 201)
  revoke(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: StateReason }) { reason }: Reason,
  ) {
    return this.register.revoke(actor, id, reason);
  }

  @Post('certificates/:id/replacement')
  @Allow('certificate.revoke')
  @Answers(Certificate, 201)
  replace(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: StateReason }) { reason }: Reason,
  ) {
    return this.register.replace(actor, id, reason);
  }

  @Get('certificate-settings')
  @Allow('certificate.issue')
  @Answers(IssuerSettings)
  settings() {
    return this.issuers.current();
  }

  @Put('certificate-settings')
  @Allow('certificate.issue')
  @Answers(IssuerSettings)
  changeSettings(@Who() actor: Actor, @Body({ schema: IssuerSettings }) input: IssuerSettings) {
    return this.issuers.change(actor, input);
  }
}

/** Shown in the browser, saved under the number; never kept by a cache between two people on one machine. */
function sendFile(reply: FastifyReply, { bytes, hash, name }: CertificateFile): void {
  if (hash !== null) void reply.header('etag', `"${hash}"`);
  void reply
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', `inline; filename="${name.replace(/[^\w.-]/g, '_')}"`)
    .type('application/pdf')
    .send(bytes);
}
