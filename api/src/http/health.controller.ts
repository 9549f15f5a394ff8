import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Registry, collectDefaultMetrics } from 'prom-client';
import { z } from 'zod';
import { Queries, prepared } from '../db/queries.js';
import { Relay } from '../jobs/relay.js';
import { Answers, AnswersBytes } from './answers.js';
import { refuseRequest } from './http.failures.js';
import { Open } from './open.js';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
const ping = prepared('health-ping', 'select 1');

@Controller()
export class HealthController {
  private readonly registry = new Registry();

  constructor(
    private readonly queries: Queries,
    private readonly relay: Relay,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get('health/live')
  @Open()
  @Answers(Health)
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Open()
  @Answers(Health)
  async ready() {
    await this.queries.all(ping).catch(() => {
      throw refuseRequest('http.unavailable');
    });
    return { status: 'ok' };
  }

  @Get('metrics')
  @Open()
  @AnswersBytes('text/plain')
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    // Figures of the machine are nobody's business outside it: a collector runs beside the program.
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? ''))
      throw refuseRequest('http.not_found');
    const waiting = `# HELP khou_jobs_waiting Jobs not done yet\n# TYPE khou_jobs_waiting gauge\nkhou_jobs_waiting ${await this.relay.waitingCount()}\n`;
    return reply.type(this.registry.contentType).send((await this.registry.metrics()) + waiting);
  }
}
