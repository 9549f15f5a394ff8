import { Module } from '@nestjs/common';
import { PlacesController } from './places.controller.js';
import { PlacesService } from './places.service.js';
import { PlacesStore } from './places.store.js';

@Module({ controllers: [PlacesController], providers: [PlacesStore, PlacesService], exports: [PlacesService] })
export class PlacesModule {}
