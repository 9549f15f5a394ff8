import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/index.js';
import { CoursesModule } from '../courses/index.js';
import { CurriculaModule } from '../curricula/index.js';
import { DeliveryModule } from '../delivery/index.js';
import { BatchService } from './batch.service.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesStore } from './certificates.store.js';
import { IssuerService } from './issuer.service.js';
import { IssuingService } from './issuing.service.js';
import { PrintingService } from './printing.service.js';
import { RegisterHealth } from './register.health.js';
import { RegisterService } from './register.service.js';
import { SheetService } from './sheet.service.js';
import { SigningKeys } from './signing-keys.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

@Module({
  imports: [CurriculaModule, CoursesModule, DeliveryModule, AssessmentModule],
  controllers: [CertificatesController, VerificationController],
  providers: [
    BatchService,
    CertificatesStore,
    IssuerService,
    IssuingService,
    PrintingService,
    RegisterHealth,
    RegisterService,
    SheetService,
    SigningKeys,
    VerificationService,
  ],
  exports: [IssuingService, IssuerService, SheetService],
})
export class CertificatesModule {}
