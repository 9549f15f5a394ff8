import { Module } from '@nestjs/common';
import { CurriculaModule } from '../curricula/index.js';
import { CheckingService } from './checking.service.js';
import { DraftContentsStore } from './draft-contents.store.js';
import { DraftEdits } from './draft-edits.js';
import { DraftFilesStore } from './draft-files.store.js';
import { DraftSources } from './draft-sources.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { DraftsStore } from './drafts.store.js';
import { ExchangeService } from './exchange.service.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { ListedFilesController } from './listed-files.controller.js';
import { OutlineService } from './outline.service.js';
import { PicturesService } from './pictures.service.js';
import { PublicationService } from './publication.service.js';
import { QuestionsService } from './questions.service.js';

@Module({
  imports: [CurriculaModule],
  controllers: [DraftsController, ListedFilesController, FilesController],
  providers: [
    DraftsStore,
    DraftFilesStore,
    DraftContentsStore,
    DraftSources,
    DraftEdits,
    DraftsService,
    FilesService,
    PicturesService,
    QuestionsService,
    OutlineService,
    CheckingService,
    ExchangeService,
    PublicationService,
  ],
  exports: [DraftsStore, DraftFilesStore, DraftSources, DraftEdits, FilesService, QuestionsService],
})
export class AuthoringModule {}
