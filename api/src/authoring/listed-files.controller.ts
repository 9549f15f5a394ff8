import { Body, Controller, Delete, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { FileSaved } from './files.contract.js';
import { ListedFileInput, ListedFileRemoval } from './listed-files.contract.js';
import { OutlineService } from './outline.service.js';

type Id = z.output<typeof IdParam>;

@Controller('api/v1/drafts/:id/listed-files')
export class ListedFilesController {
  constructor(private readonly outline: OutlineService) {}

  @Post()
  @Allow('curriculum.author')
  @Answers(FileSaved, 201)
  add(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: ListedFileInput }) input: ListedFileInput,
  ) {
    return this.outline.addFile(actor, id, input);
  }

  @Delete()
  @Allow('curriculum.author')
  @Answers(FileSaved)
  remove(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: ListedFileRemoval }) input: ListedFileRemoval,
  ) {
    return this.outline.removeFile(actor, id, input);
  }
}
