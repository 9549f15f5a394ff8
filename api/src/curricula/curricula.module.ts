import { Module } from '@nestjs/common';
import { CurriculaController } from './curricula.controller.js';
import { CurriculaService } from './curricula.service.js';
import { CurriculaStore } from './curricula.store.js';
import { PublishingService } from './publishing.service.js';

@Module({
  controllers: [CurriculaController],
  providers: [CurriculaStore, CurriculaService, PublishingService],
  exports: [CurriculaService, PublishingService],
})
export class CurriculaModule {}
