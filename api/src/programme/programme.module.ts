import { Module } from '@nestjs/common';
import { ProgrammeController } from './programme.controller.js';
import { ProgrammeService } from './programme.service.js';
import { ProgrammeStore } from './programme.store.js';

@Module({
  controllers: [ProgrammeController],
  providers: [ProgrammeStore, ProgrammeService],
  exports: [ProgrammeService],
})
export class ProgrammeModule {}
