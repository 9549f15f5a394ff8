import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Permission, type Role, type Scope, scopeOf } from './permissions.rules.js';

/** The signed-in person behind a request. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly tokenHash: string;
}

export interface RequestWithActor extends FastifyRequest {
  actor?: Actor;
}

export const allowKey = 'khou:allow';

/** The permission that a route needs. The guard refuses who has it in no scope; the service asks `scope` for the rest. */
export const Allow = (permission: Permission) => SetMetadata(allowKey, permission);

/** The actor, as a handler's argument; present on every route that is not `@Open`. */
export const Who = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor!;
});

export function scope(actor: Actor, permission: Permission): Scope | null {
  return scopeOf(actor.roles, permission);
}
