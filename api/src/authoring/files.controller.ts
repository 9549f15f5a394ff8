import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers, AnswersBytes } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { CheckingService } from './checking.service.js';
import {
  FileInput,
  FileQuery,
  FileRemoval,
  FileRestoring,
  FileSaved,
  FileText,
  HistoryPage,
  HistoryQuery,
  HistoryState,
  MediaParam,
  MediaQuery,
  Preview,
  PreviewInput,
  QuestionInput,
  QuestionOrder,
  QuestionRemoval,
  QuestionsList,
  RevisionParam,
} from './files.contract.js';
import { FilesService } from './files.service.js';
import { PicturesService, type SentPicture } from './pictures.service.js';
import { QuestionsService } from './questions.service.js';
import { pictureIn } from './upload.js';

type Id = z.output<typeof IdParam>;
type WithPath = z.output<typeof FileQuery>;

@Controller('api/v1/drafts/:id')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly pictures: PicturesService,
    private readonly questions: QuestionsService,
    private readonly checking: CheckingService,
  ) {}

  @Get('file')
  @Allow('curriculum.author')
  @Answers(FileText)
  file(@Param({ schema: IdParam }) { id }: Id, @Query({ schema: FileQuery }) { path }: WithPath) {
    return this.files.text(id, path);
  }

  @Put('file')
  @Allow('curriculum.author')
  @Answers(FileSaved)
  save(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: Id, @Body({ schema: FileInput }) input: FileInput) {
    return this.files.save(actor, id, input);
  }

  @Delete('file')
  @Allow('curriculum.author')
  @Answers(null)
  remove(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: FileRemoval }) input: z.output<typeof FileRemoval>,
  ) {
    return this.files.remove(actor, id, input);
  }

  @Post('restore')
  @Allow('curriculum.author')
  @Answers(FileSaved, 201)
  restore(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: FileRestoring }) input: z.output<typeof FileRestoring>,
  ) {
    return this.files.restore(actor, id, input);
  }

  @Get('history')
  @Allow('curriculum.author')
  @Answers(HistoryPage)
  history(
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: HistoryQuery }) query: z.output<typeof HistoryQuery>,
  ) {
    return this.files.history(id, query);
  }

  @Get('history/:revision')
  @Allow('curriculum.author')
  @Answers(HistoryState)
  state(
    @Param({ schema: RevisionParam }) { id, revision }: z.output<typeof RevisionParam>,
    @Query({ schema: FileQuery }) { path }: WithPath,
  ) {
    return this.files.state(id, path, revision);
  }

  @Get('media/:hash')
  @Allow('curriculum.author')
  @AnswersBytes('image/*')
  async picture(@Param({ schema: MediaParam }) { id, hash }: z.output<typeof MediaParam>, @Res() reply: FastifyReply) {
    return sendPicture(reply, await this.pictures.picture(id, hash));
  }

  @Post('media')
  @Allow('curriculum.author')
  @Answers(FileSaved, 201)
  async addPicture(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: MediaQuery }) query: z.output<typeof MediaQuery>,
    @Req() request: FastifyRequest,
  ) {
    return this.pictures.add(actor, id, query, await pictureIn(request));
  }

  @Get('questions')
  @Allow('curriculum.author')
  @Answers(QuestionsList)
  bank(@Param({ schema: IdParam }) { id }: Id, @Query({ schema: FileQuery }) { path }: WithPath) {
    return this.questions.list(id, path);
  }

  @Put('questions')
  @Allow('curriculum.author')
  @Answers(FileSaved)
  write(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: QuestionInput }) input: QuestionInput,
  ) {
    return this.questions.write(actor, id, input);
  }

  @Delete('questions')
  @Allow('curriculum.author')
  @Answers(FileSaved)
  removeQuestion(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: QuestionRemoval }) input: z.output<typeof QuestionRemoval>,
  ) {
    return this.questions.remove(actor, id, input);
  }

  @Put('questions/order')
  @Allow('curriculum.author')
  @Answers(FileSaved)
  order(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: QuestionOrder }) input: z.output<typeof QuestionOrder>,
  ) {
    return this.questions.order(actor, id, input);
  }

  @Post('preview')
  @Allow('curriculum.author')
  @Answers(Preview)
  preview(@Param({ schema: IdParam }) { id }: Id, @Body({ schema: PreviewInput }) input: PreviewInput) {
    return this.checking.preview(id, input);
  }
}

/** A drawing could carry a script; it is shown as a picture and never as a document of this site. */
function sendPicture(reply: FastifyReply, { type, bytes }: SentPicture): void {
  void reply
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('content-disposition', 'inline')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .type(type)
    .send(bytes);
}
