import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers, AnswersBytes } from '../http/answers.js';
import { ProductParam, ProductQuery, Products, ProductsParam, ProductsQuery } from './products.contract.js';
import type { ProductFile } from './products.maker.js';
import { ProductsService } from './products.service.js';

@Controller('api/v1')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get('versions/:id/products')
  @Allow('product.read')
  @Answers(Products)
  list(
    @Who() actor: Actor,
    @Param({ schema: ProductsParam }) { id }: z.output<typeof ProductsParam>,
    @Query({ schema: ProductsQuery }) query: ProductsQuery,
  ) {
    return this.products.list(actor, id, query);
  }

  @Get('versions/:id/products/:product')
  @Allow('product.read')
  @AnswersBytes('application/pdf')
  async file(
    @Who() actor: Actor,
    @Param({ schema: ProductParam }) { id, product }: z.output<typeof ProductParam>,
    @Query({ schema: ProductQuery }) query: ProductQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    sendFile(request, reply, await this.products.file(actor, id, product, query));
  }
}

/** Asked for anew each time, because the next person at the same browser may not be allowed to have it; sent only when it changed. */
function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, hash, name }: ProductFile & { readonly name: string },
): void {
  void reply.header('cache-control', 'private, no-cache').header('vary', 'cookie');
  if (hash !== null) void reply.header('etag', `"${hash}"`);
  if (hash !== null && request.headers['if-none-match']?.includes(`"${hash}"`)) {
    void reply.code(304).send();
    return;
  }
  void reply
    .header('content-disposition', `inline; filename="${name.replace(/[^\w.-]/g, '_')}"`)
    .type('application/pdf')
    .send(bytes);
}
