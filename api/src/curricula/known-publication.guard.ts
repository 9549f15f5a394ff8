import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refuseCurriculum } from './curricula.failures.js';
import { PublicationParam } from './publications.contract.js';
import { PublicationsService } from './publications.service.js';

/** Refuses an unknown publication before the stream of events begins: once it has begun, its status cannot be taken back. */
@Injectable()
export class KnownPublicationGuard implements CanActivate {
  constructor(private readonly publications: PublicationsService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const given = PublicationParam.safeParse(context.switchToHttp().getRequest<FastifyRequest>().params);
    if (!given.success) throw refuseCurriculum('publication.missing');
    await this.publications.state(given.data.id);
    return true;
  }
}
