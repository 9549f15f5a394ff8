import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, Header, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers, AnswersBytes } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { CheckingService } from './checking.service.js';
import {
  DraftCheck,
  DraftComparison,
  DraftComparisonQuery,
  DraftDetail,
  DraftDiscard,
  DraftInput,
  DraftPublication,
  DraftPublished,
  DraftsPage,
  DraftsQuery,
  ModuleInput,
  ModuleOrder,
  ModuleQuery,
} from './drafts.contract.js';
import { DraftsService } from './drafts.service.js';
import { ExchangeService } from './exchange.service.js';
import { FileSaved } from './files.contract.js';
import { OutlineService } from './outline.service.js';
import { PublicationService } from './publication.service.js';
import { archiveIn } from './upload.js';

type Id = z.output<typeof IdParam>;
type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

@Controller('api/v1')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly exchange: ExchangeService,
    private readonly checking: CheckingService,
    private readonly outline: OutlineService,
    private readonly publication: PublicationService,
  ) {}

  @Get('drafts')
  @Allow('curriculum.author')
  @Answers(DraftsPage)
  list(@Who() actor: Actor, @Query({ schema: DraftsQuery }) query: DraftsQuery) {
    return this.drafts.list(actor, query);
  }

  @Post('drafts')
  @Allow('curriculum.author')
  @Answers(DraftDetail, 201)
  open(@Who() actor: Actor, @Body({ schema: DraftInput }) input: DraftInput) {
    return this.drafts.open(actor, input);
  }

  @Post('drafts/import')
  @Allow('curriculum.author')
  @Answers(DraftDetail, 201)
  async import(@Who() actor: Actor, @Req() request: FastifyRequest) {
    return this.exchange.take(actor, await archiveIn(request));
  }

  @Get('drafts/:id')
  @Allow('curriculum.author')
  @Answers(DraftDetail)
  draft(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id) {
    return this.drafts.detail(actor, id);
  }

  @Get('drafts/:id/check')
  @Allow('curriculum.author')
  @Answers(DraftCheck)
  check(@Param({ schema: IdParam }) { id }: Id) {
    return this.checking.check(id);
  }

  @Post('drafts/:id/modules')
  @Allow('curriculum.author')
  @Answers(FileSaved, 201)
  addModule(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: ModuleInput }) input: ModuleInput,
  ) {
    return this.outline.addModule(actor, id, input);
  }

  @Put('drafts/:id/modules')
  @Allow('curriculum.author')
  @Answers(FileSaved)
  orderModules(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: ModuleOrder }) { folders }: z.output<typeof ModuleOrder>,
  ) {
    return this.outline.orderModules(actor, id, folders);
  }

  @Delete('drafts/:id/modules')
  @Allow('curriculum.author')
  @Answers(FileSaved)
  removeModule(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: ModuleQuery }) { folder }: z.output<typeof ModuleQuery>,
  ) {
    return this.outline.removeModule(actor, id, folder);
  }

  @Post('drafts/:id/discard')
  @Allow('curriculum.author')
  @Answers(DraftDetail, 201)
  discard(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: DraftDiscard }) { why }: z.output<typeof DraftDiscard>,
  ) {
    return this.drafts.discard(actor, id, why);
  }

  @Get('drafts/:id/comparison')
  @Allow('curriculum.author')
  @Answers(DraftComparison)
  comparison(
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: DraftComparisonQuery }) query: z.output<typeof DraftComparisonQuery>,
  ) {
    return this.publication.comparison(id, query.with);
  }

  @Post('drafts/:id/publish')
  @Allow('curriculum.publish')
  @Answers(DraftPublished, 202)
  publish(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: DraftPublication }) input: DraftPublication,
  ) {
    return this.publication.publish(actor, id, input);
  }

  @Get('drafts/:id/archive.zip')
  @Allow('curriculum.author')
  @AnswersBytes('application/zip')
  @Header('content-type', 'application/zip')
  async archive(@Param({ schema: IdParam }) { id }: Id) {
    return toFile(await this.exchange.draft(id));
  }

  @Get('versions/:id/archive.zip')
  @Allow('curriculum.author')
  @AnswersBytes('application/zip')
  @Header('content-type', 'application/zip')
  async versionArchive(@Param({ schema: IdParam }) { id }: Id) {
    return toFile(await this.exchange.version(id));
  }
}

function toFile({ name, chunks }: { name: string; chunks: Chunks }): StreamableFile {
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(Readable.from(chunks, { objectMode: false }), { type: 'application/zip', disposition });
}
