import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import {
  Party,
  PartyInput,
  PartyPage,
  ProgrammeQuery,
  Project,
  ProjectInput,
  ProjectPage,
} from './programme.contract.js';
import { ProgrammeService } from './programme.service.js';

type Id = z.output<typeof IdParam>;
type Wish = z.output<typeof ProgrammeQuery>;

@Controller('api/v1')
export class ProgrammeController {
  constructor(private readonly programme: ProgrammeService) {}

  @Get('donors')
  @Allow('programme.read')
  @Answers(PartyPage)
  donors(@Query({ schema: ProgrammeQuery }) query: Wish) {
    return this.programme.parties('donors', query);
  }

  @Post('donors')
  @Allow('programme.edit')
  @Answers(Party, 201)
  addDonor(@Body({ schema: PartyInput }) input: PartyInput) {
    return this.programme.addParty('donors', input);
  }

  @Put('donors/:id')
  @Allow('programme.edit')
  @Answers(Party)
  changeDonor(@Param({ schema: IdParam }) { id }: Id, @Body({ schema: PartyInput }) input: PartyInput) {
    return this.programme.changeParty('donors', id, input);
  }

  @Delete('donors/:id')
  @Allow('programme.edit')
  @Answers(null)
  removeDonor(@Param({ schema: IdParam }) { id }: Id) {
    return this.programme.removeParty('donors', id);
  }

  @Get('agencies')
  @Allow('programme.read')
  @Answers(PartyPage)
  agencies(@Query({ schema: ProgrammeQuery }) query: Wish) {
    return this.programme.parties('agencies', query);
  }

  @Post('agencies')
  @Allow('programme.edit')
  @Answers(Party, 201)
  addAgency(@Body({ schema: PartyInput }) input: PartyInput) {
    return this.programme.addParty('agencies', input);
  }

  @Put('agencies/:id')
  @Allow('programme.edit')
  @Answers(Party)
  changeAgency(@Param({ schema: IdParam }) { id }: Id, @Body({ schema: PartyInput }) input: PartyInput) {
    return this.programme.changeParty('agencies', id, input);
  }

  @Delete('agencies/:id')
  @Allow('programme.edit')
  @Answers(null)
  removeAgency(@Param({ schema: IdParam }) { id }: Id) {
    return this.programme.removeParty('agencies', id);
  }

  @Get('projects')
  @Allow('programme.read')
  @Answers(ProjectPage)
  projects(@Query({ schema: ProgrammeQuery }) query: Wish) {
    return this.programme.projects(query);
  }

  @Get('projects/:id')
  @Allow('programme.read')
  @Answers(Project)
  project(@Param({ schema: IdParam }) { id }: Id) {
    return this.programme.project(id);
  }

  @Post('projects')
  @Allow('programme.edit')
  @Answers(Project, 201)
  addProject(@Body({ schema: ProjectInput }) input: ProjectInput) {
    return this.programme.addProject(input);
  }

  @Put('projects/:id')
  @Allow('programme.edit')
  @Answers(Project)
  changeProject(@Param({ schema: IdParam }) { id }: Id, @Body({ schema: ProjectInput }) input: ProjectInput) {
    return this.programme.changeProject(id, input);
  }

  @Delete('projects/:id')
  @Allow('programme.edit')
  @Answers(null)
  removeProject(@Param({ schema: IdParam }) { id }: Id) {
    return this.programme.removeProject(id);
  }
}
