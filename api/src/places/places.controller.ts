import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { type Actor, Allow, Who } from '../access/index.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/contract.js';
import {
  Closure,
  NewClass,
  NewUnit,
  ProvinceChange,
  ProvinceParam,
  Provinces,
  Unit,
  UnitChange,
  UnitQuery,
  Units,
} from './places.contract.js';
import { PlacesService } from './places.service.js';

type WithId = z.output<typeof IdParam>;

@Controller('api/v1')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Get('provinces')
  @Allow('place.read')
  @Answers(Provinces)
  provinces() {
    return this.places.provinces();
  }

  @Patch('provinces/:id')
  @Allow('place.edit')
  @Answers(null)
  setRegion(
    @Param({ schema: ProvinceParam }) { id }: z.output<typeof ProvinceParam>,
    @Body({ schema: ProvinceChange }) input: ProvinceChange,
  ) {
    return this.places.setRegion(id, input);
  }

  @Get('units')
  @Allow('place.read')
  @Answers(Units)
  units(@Who() actor: Actor, @Query({ schema: UnitQuery }) query: UnitQuery) {
    return this.places.units(actor, query);
  }

  @Post('units')
  @Allow('place.edit')
  @Answers(Unit, 201)
  open(@Who() actor: Actor, @Body({ schema: NewUnit }) input: NewUnit) {
    return this.places.open(actor, input);
  }

  @Get('units/:id')
  @Allow('place.read')
  @Answers(Unit)
  unit(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: WithId) {
    return this.places.unit(actor, id);
  }

  @Patch('units/:id')
  @Allow('place.edit')
  @Answers(Unit)
  change(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: WithId,
    @Body({ schema: UnitChange }) input: UnitChange,
  ) {
    return this.places.change(actor, id, input);
  }

  @Post('units/:id/classes')
  @Allow('place.edit')
  @Answers(Unit, 201)
  reclassify(
    @Who() actor: Actor,
    @Param({ schema: IdParam }) { id }: WithId,
    @Body({ schema: NewClass }) input: NewClass,
  ) {
    return this.places.reclassify(actor, id, input);
  }

  @Put('units/:id/closure')
  @Allow('place.edit')
  @Answers(Unit)
  close(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: WithId, @Body({ schema: Closure }) input: Closure) {
    return this.places.close(actor, id, input);
  }

  @Delete('units/:id/closure')
  @Allow('place.edit')
  @Answers(Unit)
  reopen(@Who() actor: Actor, @Param({ schema: IdParam }) { id }: WithId) {
    return this.places.reopen(actor, id);
  }
}
