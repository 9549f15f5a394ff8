import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { join } from 'node:path';
import type { EntityTarget } from 'typeorm';
import { AccessModule, AccountRow, ActivationCodeRow, RoleGrantRow, SessionRow } from './access/index.js';
import { AssessmentModule, AttemptRow, ResponseRow, TestWindowRow } from './assessment/index.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthoringModule, DraftChangeRow, DraftFileRow, DraftRow, SourceTextRow } from './authoring/index.js';
import { CertificateRow, CertificateSeriesRow, CertificatesModule, SigningKeyRow } from './certificates/index.js';
import { Config } from './config.js';
import {
  CohortPinRow,
  CohortRow,
  CohortTrainerRow,
  CohortUpgradeRow,
  CourseRow,
  CoursesModule,
  EnrolmentRow,
  TimetableSessionRow,
} from './courses/index.js';
import {
  CurriculaModule,
  CurriculumRow,
  CurriculumVersionRow,
  MediaRow,
  ModulePageRow,
  ModuleRow,
  PublicationRow,
  QuestionRow,
  TestRow,
  VersionMediaRow,
} from './curricula/index.js';
import { DatabaseModule } from './db/database.module.js';
import { AttendanceRow, DeliveryModule, FactRow, ModuleProgressRow, PracticeAnswerRow } from './delivery/index.js';
import { HttpModule } from './http/http.module.js';
import { defaultLease } from './jobs/job-runner.js';
import { JobsModule, type JobsOptions } from './jobs/jobs.module.js';
import { Clock } from './kernel/clock.js';
import { ModuleFactsModule } from './module-facts/index.js';
import { ImportLineRow, ImportRow, PeopleModule, PersonRow, PostingRow } from './people/index.js';
import { PlacesModule, ProvinceRow, UnitClassRow, UnitRow } from './places/index.js';
import { ProductsModule, VersionProductRow } from './products/index.js';
import { AgencyRow, DonorRow, ProgrammeModule, ProjectRow } from './programme/index.js';
import { QuestionExchangeModule } from './question-exchange/index.js';
import { ReportingModule } from './reporting/index.js';
import { DiskStorage, Storage } from './storage/storage.js';
import { TranslationModule } from './translation/index.js';

/** The row classes of every feature: what TypeORM maps, and what the drift test compares with the migrations. */
export const rows: EntityTarget<object>[] = [
  AccountRow,
  RoleGrantRow,
  ActivationCodeRow,
  SessionRow,
  ProvinceRow,
  UnitRow,
  UnitClassRow,
  PersonRow,
  PostingRow,
  ImportRow,
  ImportLineRow,
  DonorRow,
  AgencyRow,
  ProjectRow,
  CurriculumRow,
  CurriculumVersionRow,
  ModuleRow,
  MediaRow,
  ModulePageRow,
  PublicationRow,
  QuestionRow,
  TestRow,
  VersionMediaRow,
  DraftRow,
  DraftFileRow,
  DraftChangeRow,
  SourceTextRow,
  VersionProductRow,
  CourseRow,
  CohortRow,
  CohortTrainerRow,
  TimetableSessionRow,
  EnrolmentRow,
  CohortPinRow,
  CohortUpgradeRow,
  FactRow,
  ModuleProgressRow,
  PracticeAnswerRow,
  AttendanceRow,
  AttemptRow,
  ResponseRow,
  TestWindowRow,
  SigningKeyRow,
  CertificateSeriesRow,
  CertificateRow,
];

/** The features, in the order of who may use whom (borders.cjs). */
const features = [
  AccessModule,
  PlacesModule,
  PeopleModule,
  ProgrammeModule,
  CurriculaModule,
  AuthoringModule,
  ModuleFactsModule,
  TranslationModule,
  QuestionExchangeModule,
  CoursesModule,
  ProductsModule,
  DeliveryModule,
  AssessmentModule,
  CertificatesModule,
  ReportingModule,
];

export interface AppOptions {
  readonly config: Config;
  /** Where Postgres is: the configured one or the embedded one. */
  readonly databaseUrl: string;
  readonly jobs: Omit<JobsOptions, 'redisUrl' | 'lease'>;
  readonly clock?: Clock;
}

@Global()
@Module({})
class SurroundingsModule {
  static with({ config, clock }: AppOptions): DynamicModule {
    return {
      module: SurroundingsModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock ?? new Clock() },
        { provide: Storage, useValue: new DiskStorage(join(config.dataDir, 'files')) },
      ],
      exports: [Config, Clock, Storage, DiscoveryModule],
    };
  }
}

@Module({})
export class AppModule {
  static async with(options: AppOptions): Promise<DynamicModule> {
    return {
      module: AppModule,
      imports: [
        SurroundingsModule.with(options),
        DatabaseModule.on(options.databaseUrl, rows),
        await JobsModule.on({
          ...options.jobs,
          redisUrl: options.config.redisUrl,
          lease: { ...defaultLease, leaseSeconds: options.config.jobLeaseSeconds },
        }),
        AuditModule,
        HttpModule,
        ...features,
      ],
    };
  }
}
