import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BatchService } from './batch.service.js';
import { IdParam } from './certificates.contract.js';
import { refuseCertificate } from './certificates.failures.js';

/** Refuses an unknown batch before the stream of events begins: once it has begun, its status cannot be taken back. */
@Injectable()
export class KnownBatchGuard implements CanActivate {
  constructor(private readonly batches: BatchService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const given = IdParam.safeParse(context.switchToHttp().getRequest<FastifyRequest>().params);
    if (!given.success) throw refuseCertificate('certificate.batch_missing');
    await this.batches.state(given.data.id);
    return true;
  }
}
