import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow } from '../access/index.js';
import { AnswersBytes } from '../http/answers.js';
import { MediaService } from './media.service.js';

const MediaParam = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
const MediaQuery = z.object({ full: z.stringbool().default(false) });

@Controller('api/v1')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  /** Anybody signed in who knows the hash: it stands on the pages that they may read, and nowhere else. */
  @Get('media/:hash')
  @Allow('session.use')
  @AnswersBytes('image/*')
  async picture(
    @Param({ schema: MediaParam }) { hash }: z.output<typeof MediaParam>,
    @Query({ schema: MediaQuery }) { full }: z.output<typeof MediaQuery>,
    @Res() reply: FastifyReply,
  ) {
    const { type, bytes } = await this.media.read(hash, full);
    void reply
      .type(type)
      .header('cache-control', 'private, max-age=31536000, immutable')
      /* A drawing opened by itself is a document: it must not be able to do more than in a page. */
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .send(bytes);
  }
}
