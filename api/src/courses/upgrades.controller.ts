import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { Upgrade, UpgradeInput, UpgradeQuery } from './upgrades.contract.js';
import { UpgradesService } from './upgrades.service.js';

type Id = z.output<typeof IdParam>;

@Controller('api/v1/cohorts')
export class UpgradesController {
  constructor(private readonly upgrades: UpgradesService) {}

  @Get(':id/upgrade')
  @Allow('cohort.read')
  @Answers(Upgrade)
  upgrade(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Query({ schema: UpgradeQuery }) { comparison }: UpgradeQuery,
  ) {
    return this.upgrades.upgrade(actor, id, comparison === 'yes');
  }

  @Post(':id/upgrade')
  @Allow('cohort.edit')
  @Answers(Upgrade, 200)
  decide(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: Id,
    @Body({ schema: UpgradeInput }) input: UpgradeInput,
  ) {
    return this.upgrades.decide(actor, id, input);
  }
}
