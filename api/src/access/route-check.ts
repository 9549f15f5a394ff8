import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { answerKey } from '../http/answers.js';
import { openKey } from '../http/open.js';
import { allowKey } from './actor.js';

/** Refuses to start with a route that names neither `@Open` nor a permission, or no answer. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const faults = this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance);
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ method, handler: prototype[method] }))
        .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler))
        .flatMap(({ method, handler }) => [
          ...(this.reflector.get(openKey, handler) || this.reflector.get(allowKey, handler)
            ? []
            : [`${name}.${method} names no permission`]),
          ...(this.reflector.get(answerKey, handler) ? [] : [`${name}.${method} names no answer`]),
        ]);
    });
    if (faults.length > 0) throw new Error(`The program is wired wrongly:\n  ${faults.join('\n  ')}`);
  }
}
