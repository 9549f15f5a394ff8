import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import {
  QuestionExport,
  QuestionExportQuery,
  QuestionImport,
  QuestionImportInput,
} from './question-exchange.contract.js';
import { QuestionExchangeService } from './question-exchange.service.js';

type Id = z.output<typeof IdParam>;

@Controller('api/v1/drafts/:id/questions')
export class QuestionExchangeController {
  constructor(private readonly exchange: QuestionExchangeService) {}

  @Get('export')
  @Allow('curriculum.author')
  @Answers(QuestionExport)
  export(
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: QuestionExportQuery }) { path, format, locale }: z.output<typeof QuestionExportQuery>,
  ) {
    return this.exchange.export(id, path, format, locale);
  }

  @Post('import')
  @Allow('curriculum.author')
  @Answers(QuestionImport, 200)
  import(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: QuestionImportInput }) input: QuestionImportInput,
  ) {
    return this.exchange.import(actor, id, input);
  }
}
