import { Body, Controller, Delete, Get, Header, Param, Patch, Post, Put, Query, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers, AnswersBytes } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import { MembersService } from './members.service.js';
import {
  CardsOrder,
  NewPerson,
  NewPosting,
  People,
  PeopleQuery,
  Person,
  PersonChange,
  PostingChange,
  PostingParam,
  RoleParam,
} from './people.contract.js';
import { PeopleService } from './people.service.js';
import { PostingsService } from './postings.service.js';

type WithId = z.output<typeof IdParam>;
type WithPosting = z.output<typeof PostingParam>;
type WithRole = z.output<typeof RoleParam>;

@Controller('api/v1')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly postings: PostingsService,
    private readonly members: MembersService,
  ) {}

  @Get('people')
  @Allow('person.read')
  @Answers(People)
  list(@Who() actor: Actor, @Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.people.list(actor, query);
  }

  @Post('people')
  @Allow('person.edit')
  @Answers(Person, 201)
  open(@Who() actor: Actor, @Body({ schema: NewPerson }) input: NewPerson) {
    return this.people.open(actor, input);
  }

  @Get('people/:id')
  @Allow('person.read')
  @Answers(Person)
  person(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: WithId) {
    return this.people.person(actor, id);
  }

  @Patch('people/:id')
  @Allow('person.edit')
  @Answers(Person)
  change(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: WithId,
    @Body({ schema: PersonChange }) input: PersonChange,
  ) {
    return this.people.change(actor, id, input);
  }

  @Post('people/:id/postings')
  @Allow('person.edit')
  @Answers(Person, 201)
  move(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: WithId,
    @Body({ schema: NewPosting }) input: NewPosting,
  ) {
    return this.postings.move(actor, id, input);
  }

  @Patch('people/:id/postings/:postingId')
  @Allow('person.edit')
  @Answers(Person)
  correct(
    @Who() actor: Actor,
    @Param({ schema: PostingParam }) { id, postingId }: WithPosting,
    @Body({ schema: PostingChange }) input: PostingChange,
  ) {
    return this.postings.correct(actor, id, postingId, input);
  }

  @Delete('people/:id/postings/:postingId')
  @Allow('person.edit')
  @Answers(Person)
  remove(@Who() actor: Actor, @Param({ schema: PostingParam }) { id, postingId }: WithPosting) {
    return this.postings.remove(actor, id, postingId);
  }

  @Put('people/:id/roles/:role')
  @Allow('account.manage')
  @Answers(Person)
  grant(@Who() actor: Actor, @Param({ schema: RoleParam }) { id, role }: WithRole) {
    return this.members.grant(actor, id, role);
  }

  @Delete('people/:id/roles/:role')
  @Allow('account.manage')
  @Answers(Person)
  withdraw(@Who() actor: Actor, @Param({ schema: RoleParam }) { id, role }: WithRole) {
    return this.members.withdraw(actor, id, role);
  }

  @Put('people/:id/suspension')
  @Allow('account.manage')
  @Answers(Person)
  suspend(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: WithId) {
    return this.members.suspend(actor, id);
  }

  @Delete('people/:id/suspension')
  @Allow('account.manage')
  @Answers(Person)
  restore(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: WithId) {
    return this.members.restore(actor, id);
  }

  @Post('cards')
  @Allow('card.print')
  @AnswersBytes('application/pdf', 201)
  @Header('content-disposition', 'attachment; filename="cards.pdf"')
  async cards(@Who() actor: Actor, @Body({ schema: CardsOrder }) input: CardsOrder) {
    return new StreamableFile(await this.members.cards(actor, input), { type: 'application/pdf' });
  }
}
