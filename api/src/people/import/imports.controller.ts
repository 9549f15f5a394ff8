import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../../access/index.js';
import { Answers, AnswersBytes } from '../../http/answers.js';
import { IdParam } from '../../http/contract.js';
import { ExportService } from './export.service.js';
import {
  ImportConfirmation,
  ImportDecisions,
  ImportLines,
  ImportLinesQuery,
  ImportMapping,
  PeopleImport,
  TemplateParam,
} from './import.contract.js';
import { ImportsService } from './imports.service.js';
import { uploadIn } from './upload.js';

type WithId = z.output<typeof IdParam>;

@Controller('api/v1')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly lists: ExportService,
  ) {}

  @Post('imports')
  @Allow('person.import')
  @Answers(PeopleImport, 201)
  async preview(@Who() actor: Actor, @Req() request: FastifyRequest) {
    const { name, bytes } = await uploadIn(request);
    return this.imports.preview(actor.personId, name, bytes);
  }

  @Get('imports/templates/:format')
  @Allow('person.import')
  @AnswersBytes('application/octet-stream')
  async template(@Param({ schema: TemplateParam }) { format }: z.output<typeof TemplateParam>) {
    return new StreamableFile(await this.lists.template(format), fileHeaders('people-template', format));
  }

  @Get('people.csv')
  @Allow('person.import')
  @AnswersBytes('text/csv')
  @Header('content-disposition', 'attachment; filename="people.csv"')
  async export() {
    return new StreamableFile(await this.lists.everybody(), { type: 'text/csv; charset=utf-8' });
  }

  @Get('imports/:id')
  @Allow('person.import')
  @Answers(PeopleImport)
  import(@Param({ schema: IdParam }) { id }: WithId) {
    return this.imports.import(id);
  }

  @Put('imports/:id/mapping')
  @Allow('person.import')
  @Answers(PeopleImport)
  map(@Param({ schema: IdParam }) { id }: WithId, @Body({ schema: ImportMapping }) input: ImportMapping) {
    return this.imports.map(id, input);
  }

  @Get('imports/:id/lines')
  @Allow('person.import')
  @Answers(ImportLines)
  lines(@Param({ schema: IdParam }) { id }: WithId, @Query({ schema: ImportLinesQuery }) query: ImportLinesQuery) {
    return this.imports.lines(id, query);
  }

  @Patch('imports/:id/lines')
  @Allow('person.import')
  @Answers(PeopleImport)
  decide(@Param({ schema: IdParam }) { id }: WithId, @Body({ schema: ImportDecisions }) input: ImportDecisions) {
    return this.imports.decide(id, input);
  }

  @Put('imports/:id/confirmation')
  @Allow('person.import')
  @Answers(PeopleImport)
  confirm(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: WithId,
    @Body({ schema: ImportConfirmation }) input: ImportConfirmation,
  ) {
    return this.imports.confirm(id, actor.personId, input);
  }

  @Delete('imports/:id')
  @Allow('person.import')
  @Answers(null)
  discard(@Param({ schema: IdParam }) { id }: WithId) {
    return this.imports.discard(id);
  }
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function fileHeaders(name: string, format: 'csv' | 'xlsx') {
  return { type: types[format], disposition: `attachment; filename="${name}.${format}"` };
}
