import { Module } from '@nestjs/common';
import { AuthoringModule } from '../authoring/index.js';
import { TranslationsController } from './translations.controller.js';
import { TranslationsService } from './translations.service.js';

@Module({
  imports: [AuthoringModule],
  controllers: [TranslationsController],
  providers: [TranslationsService],
})
export class TranslationModule {}
