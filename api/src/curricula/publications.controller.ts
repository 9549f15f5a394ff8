import { Controller, Get, Param, Post, Sse, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../access/index.js';
import { Answers, AnswersBytes } from '../http/answers.js';
import { KnownPublicationGuard } from './known-publication.guard.js';
import { CodeParam } from './curricula.contract.js';
import { Publication, PublicationList, PublicationParam, PublicationProgress } from './publications.contract.js';
import { PublicationsService } from './publications.service.js';

type Id = z.output<typeof PublicationParam>;

@Controller('api/v1')
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Get('curricula/:code/publications')
  @Allow('curriculum.author')
  @Answers(PublicationList)
  async history(@Param({ schema: CodeParam }) { code }: z.output<typeof CodeParam>) {
    return { items: await this.publications.history(code) };
  }

  @Get('publications/:id')
  @Allow('curriculum.author')
  @Answers(Publication)
  state(@Param({ schema: PublicationParam }) { id }: Id) {
    return this.publications.state(id);
  }

  @Sse('publications/:id/progress')
  @Allow('curriculum.author')
  @UseGuards(KnownPublicationGuard)
  @AnswersBytes('text/event-stream', 200, PublicationProgress)
  progress(@Param({ schema: PublicationParam }) { id }: Id) {
    return this.publications.watch(id);
  }

  @Post('publications/:id/cancellation')
  @Allow('curriculum.publish')
  @Answers(Publication)
  cancel(@Param({ schema: PublicationParam }) { id }: Id) {
    return this.publications.cancel(id);
  }
}
