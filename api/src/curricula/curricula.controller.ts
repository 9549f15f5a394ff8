import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers, AnswersBytes } from '../http/answers.js';
import {
  CodeParam,
  CurriculaPage,
  CurriculaQuery,
  ModulePage,
  ModuleParam,
  ModuleQuery,
  VersionDetail,
  VersionHistory,
  VersionParam,
} from './curricula.contract.js';
import { ComparisonQuery, VersionComparison } from './comparison.contract.js';
import { ComparisonService } from './comparison.service.js';
import { CurriculaService, type StoredPage } from './curricula.service.js';
import { HistoryService } from './history.service.js';

@Controller('api/v1')
export class CurriculaController {
  constructor(
    private readonly curricula: CurriculaService,
    private readonly comparisons: ComparisonService,
    private readonly history: HistoryService,
  ) {}

  @Get('curricula')
  @Allow('curriculum.read')
  @Answers(CurriculaPage)
  list(@Query({ schema: CurriculaQuery }) query: z.output<typeof CurriculaQuery>) {
    return this.curricula.list(query);
  }

  /** Its versions with who, when, why and what changed, the last published first. */
  @Get('curricula/:code/versions')
  @Allow('curriculum.author')
  @Answers(VersionHistory)
  versions(
    @Param({ schema: CodeParam }) { code }: z.output<typeof CodeParam>,
    @Query({ schema: CurriculaQuery }) query: z.output<typeof CurriculaQuery>,
  ) {
    return this.history.versions(code, query);
  }

  @Get('versions/:id')
  @Allow('curriculum.read')
  @Answers(VersionDetail)
  version(@Param({ schema: VersionParam }) { id }: z.output<typeof VersionParam>) {
    return this.curricula.detail(id);
  }

  /** What changed from version `with` to this one. */
  @Get('versions/:id/comparison')
  @Allow('curriculum.author')
  @Answers(VersionComparison)
  comparison(
    @Param({ schema: VersionParam }) { id }: z.output<typeof VersionParam>,
    @Query({ schema: ComparisonQuery }) { with: other }: z.output<typeof ComparisonQuery>,
  ) {
    return this.comparisons.ofVersions(other, id);
  }

  @Get('versions/:id/modules/:code')
  @Allow('module.read')
  @AnswersBytes('application/json', 200, ModulePage)
  async page(
    @Who() actor: Actor,
    @Param({ schema: ModuleParam }) { id, code }: z.output<typeof ModuleParam>,
    @Query({ schema: ModuleQuery }) { locale, audience }: z.output<typeof ModuleQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return sendPage(request, reply, await this.curricula.page(actor, id, code, locale, audience ?? null));
  }
}

/**
 * The page as it was stored at publishing. Its content never changes, so its hash is its tag; yet the browser asks each time
 * before it uses its copy, because the next person on a shared phone may not be allowed to see it.
 */
function sendPage(request: FastifyRequest, reply: FastifyReply, { body, hash }: StoredPage): void {
  const tag = `"${hash}"`;
  void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'cookie');
  /* A proxy or the compression may have made the tag weak. */
  if (request.headers['if-none-match']?.includes(tag)) void reply.code(304).send();
  else void reply.type('application/json; charset=utf-8').send(body);
}
