import { Module } from '@nestjs/common';
import { AfterPublishing } from './after-publishing.js';
import { ComparisonService } from './comparison.service.js';
import { CurriculaController } from './curricula.controller.js';
import { CurriculaService } from './curricula.service.js';
import { CurriculaStore } from './curricula.store.js';
import { EarlierVersionsService } from './earlier-versions.service.js';
import { HistoryService } from './history.service.js';
import { KnownPublicationGuard } from './known-publication.guard.js';
import { MediaController } from './media.controller.js';
import { MediaService } from './media.service.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsService } from './publications.service.js';
import { PublishingService } from './publishing.service.js';
import { VersionsStore } from './versions.store.js';

@Module({
  controllers: [CurriculaController, PublicationsController, MediaController],
  providers: [
    CurriculaStore,
    VersionsStore,
    CurriculaService,
    ComparisonService,
    HistoryService,
    MediaService,
    AfterPublishing,
    PublishingService,
    PublicationsService,
    EarlierVersionsService,
    KnownPublicationGuard,
  ],
  exports: [
    CurriculaService,
    ComparisonService,
    EarlierVersionsService,
    MediaService,
    AfterPublishing,
    PublishingService,
    PublicationsService,
  ],
})
export class CurriculaModule {}
