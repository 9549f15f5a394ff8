import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { FactsInput, FactsParam, WrittenFacts } from './module-facts.contract.js';
import { ModuleFactsService } from './module-facts.service.js';

type Of = z.output<typeof FactsParam>;

@Controller('api/v1/drafts/:id/modules/:folder/facts')
export class ModuleFactsController {
  constructor(private readonly facts: ModuleFactsService) {}

  @Get()
  @Allow('curriculum.author')
  @Answers(WrittenFacts)
  read(@Param({ schema: FactsParam }) { id, folder }: Of) {
    return this.facts.of(id, folder);
  }

  @Put()
  @Allow('curriculum.author')
  @Answers(WrittenFacts)
  write(
    @Who() actor: Actor,
    @Param({ schema: FactsParam }) { id, folder }: Of,
    @Body({ schema: FactsInput }) input: FactsInput,
  ) {
    return this.facts.write(actor, id, folder, input);
  }
}
