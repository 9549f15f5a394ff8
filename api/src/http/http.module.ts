import { Global, Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { contractPipe } from './contract.pipe.js';
import { HealthController } from './health.controller.js';
import { Limits } from './limits.js';
import { ProblemFilter } from './problem.filter.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [
    Limits,
    { provide: APP_PIPE, useValue: contractPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    {
      provide: APP_INTERCEPTOR,
      useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
      inject: [Reflector],
    },
  ],
  exports: [Limits],
})
export class HttpModule {}
