import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/index.js';
import { OverviewController } from './overview.controller.js';
import { OverviewService } from './overview.service.js';
import { OverviewStore } from './overview.store.js';

@Module({
  imports: [CertificatesModule],
  controllers: [OverviewController],
  providers: [OverviewStore, OverviewService],
})
export class ReportingModule {}
