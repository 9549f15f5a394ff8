import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessController } from './access.controller.js';
import { AccessGuard } from './access.guard.js';
import { AccessStore } from './access.store.js';
import { AccountsService } from './accounts.service.js';
import { RouteCheck } from './route-check.js';
import { SecretsService } from './secrets.service.js';
import { SessionsService } from './sessions.service.js';

/** Global: every feature's routes stand behind its guard. */
@Global()
@Module({
  controllers: [AccessController],
  providers: [
    AccessStore,
    SecretsService,
    SessionsService,
    AccountsService,
    RouteCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccountsService, SessionsService],
})
export class AccessModule {}
