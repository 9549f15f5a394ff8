import { Body, Controller, Post } from '@nestjs/common';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { BodyAtMost } from './body-limit.js';
import { Sync, SyncAnswer } from './sync.contract.js';
import { SyncService } from './sync.service.js';

@Controller('api/v1')
export class SyncController {
  constructor(private readonly sync: SyncService) {}

  @Post('sync')
  @Allow('fact.post')
  @BodyAtMost(256 * 1024)
  @Answers(SyncAnswer, 200)
  receive(@Who() actor: Actor, @Body({ schema: Sync }) input: Sync) {
    return this.sync.receive(actor, input);
  }
}
