import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { openKey } from '../http/open.js';
import { refuseAccess } from './access.failures.js';
import { type RequestWithActor, allowKey } from './actor.js';
import { type Permission, scopeOf } from './permissions.rules.js';
import { cookieName } from './session.cookie.js';
import { SessionsService } from './sessions.service.js';

/** Refuses every request that is not open, not signed in, or not allowed: deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean>(openKey, handler)) return true;
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const token = request.cookies?.[cookieName];
    const actor = token ? await this.sessions.actorOf(token) : null;
    if (actor === null) throw refuseAccess('access.session_missing');
    const permission = this.reflector.get<Permission | undefined>(allowKey, handler);
    if (permission === undefined || scopeOf(actor.roles, permission) === null) throw refuseAccess('access.not_allowed');
    request.actor = actor;
    return true;
  }
}
