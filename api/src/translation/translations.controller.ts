import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import {
  TranslationList,
  TranslationRecorded,
  TranslationUnit,
  TranslationsQuery,
  UnitInput,
  UnitKeeping,
  UnitQuery,
  UnitRecording,
} from './translations.contract.js';
import { TranslationsService } from './translations.service.js';

type Id = z.output<typeof IdParam>;

@Controller('api/v1/drafts/:id/translations')
export class TranslationsController {
  constructor(private readonly translations: TranslationsService) {}

  @Get()
  @Allow('curriculum.author')
  @Answers(TranslationList)
  list(
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: TranslationsQuery }) { module }: z.output<typeof TranslationsQuery>,
  ) {
    return this.translations.list(id, module ?? null);
  }

  @Get('unit')
  @Allow('curriculum.author')
  @Answers(TranslationUnit)
  unit(
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: UnitQuery }) { module, unit }: z.output<typeof UnitQuery>,
  ) {
    return this.translations.unit(id, module, unit);
  }

  @Put('unit')
  @Allow('curriculum.author')
  @Answers(TranslationUnit)
  translate(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UnitInput }) input: UnitInput,
  ) {
    return this.translations.translate(actor, id, input);
  }

  @Post('keep')
  @Allow('curriculum.author')
  @Answers(TranslationUnit, 201)
  keep(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id, @Body({ schema: UnitKeeping }) input: UnitKeeping) {
    return this.translations.keep(actor, id, input);
  }

  @Post('record')
  @Allow('curriculum.author')
  @Answers(TranslationRecorded, 201)
  record(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UnitRecording }) input: UnitRecording,
  ) {
    return this.translations.record(actor, id, input);
  }
}
