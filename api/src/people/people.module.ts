import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/index.js';
import { ExportService } from './import/export.service.js';
import { ImportStore } from './import/import.store.js';
import { ImportsController } from './import/imports.controller.js';
import { ImportsService } from './import/imports.service.js';
import { MembersService } from './members.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PeopleStore } from './people.store.js';
import { PostingsService } from './postings.service.js';
import { RosterService } from './roster.service.js';
import { RosterStore } from './roster.store.js';

@Module({
  imports: [PlacesModule],
  controllers: [PeopleController, ImportsController],
  providers: [
    PeopleStore,
    RosterStore,
    RosterService,
    PeopleService,
    PostingsService,
    MembersService,
    ImportStore,
    ImportsService,
    ExportService,
  ],
  exports: [PeopleService, PostingsService, MembersService, ImportsService],
})
export class PeopleModule {}
