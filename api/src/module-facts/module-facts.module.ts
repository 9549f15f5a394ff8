import { Module } from '@nestjs/common';
import { AuthoringModule } from '../authoring/index.js';
import { ModuleFactsController } from './module-facts.controller.js';
import { ModuleFactsService } from './module-facts.service.js';

@Module({
  imports: [AuthoringModule],
  controllers: [ModuleFactsController],
  providers: [ModuleFactsService],
})
export class ModuleFactsModule {}
