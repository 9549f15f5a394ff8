import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { canonicalCode, randomToken } from '../kernel/ids.js';
import { numberKey } from '../kernel/text.js';
import { AuditService } from '../audit/audit.service.js';
import { Queries, type Tx } from '../db/queries.js';
import { Limits } from '../http/limits.js';
import { AccessStore, type AccountWithRoles } from './access.store.js';
import type { Me, Redemption, SignIn } from './access.contract.js';
import { refuseAccess } from './access.failures.js';
import type { Actor } from './actor.js';
import { permissionsOf } from './permissions.rules.js';
import { secretKindFor, sessionLimits } from './secrets.rules.js';
import { SecretsService } from './secrets.service.js';

/** A new session: the token goes into the cookie and is not kept here. */
export interface Opened {
  readonly token: string;
  readonly me: Me;
  readonly expiresAt: Date;
}

const perName = { name: 'sign-in:name', most: 10, seconds: 900 };
const perAddress = { name: 'sign-in:address', most: 100, seconds: 900 };
// A class activates its cards together behind one address: each card is read once and redeemed once, with mistakes between.
const activationPerAddress = { name: 'activation:address', most: 200, seconds: 900 };

/** Signing in and out, by password or PIN and by printed card. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: AccessStore,
    private readonly secrets: SecretsService,
    private readonly limits: Limits,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async signIn(input: SignIn, address: string): Promise<Opened> {
    const key = numberKey(input.name);
    await this.limits.count(perAddress, address);
    await this.limits.count(perName, key);
    const account = await this.store.accountByUserName(key);
    const right = await this.secrets.matches(account?.state === 'active' ? account.secretHash : null, input.secret);
    if (account === null || !right || account.roles.length === 0) throw refuseAccess('access.sign_in_refused');
    return this.queries.transaction((tx) => this.open(tx, account));
  }

  /** Who a card is for. Asking does not use the card. */
  async invitation(typed: string, address: string) {
    await this.limits.count(activationPerAddress, address);
    const { account } = await this.codeOf(typed);
    const { nameLo, nameEn, userName, roles } = account;
    return { nameLo, nameEn, userName, secretKind: secretKindFor(roles) };
  }

  /** Sets the person's own secret and signs in; the card is used up. Of many at once, exactly one succeeds. */
  async redeem(input: Redemption, address: string): Promise<Opened> {
    await this.limits.count(activationPerAddress, address);
    const { codeId, account } = await this.codeOf(input.code);
    const kind = await this.secrets.refuseWeak(input.secret, secretKindFor(account.roles));
    const secretHash = await this.secrets.hash(input.secret);
    return this.queries.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await this.store.useCode(tx, codeId, now))) throw refuseAccess('access.code_refused');
      await this.store.setSecret(tx, account.id, secretHash, kind, now);
      await this.store.endSessionsOf(tx, account.id, now);
      await this.audit.append(tx, {
        actorId: account.personId,
        action: 'account.activated',
        subjectKind: 'account',
        subjectId: account.id,
      });
      return this.open(tx, account);
    });
  }

  /** The actor behind a cookie's token, or null. Notes the use at most every five minutes. */
  async actorOf(token: string): Promise<Actor | null> {
    const tokenHash = hashToken(token);
    const now = this.clock.now();
    const session = await this.store.liveSession(tokenHash, now);
    if (session === null) return null;
    if (session.stale)
      await this.store.touchSession(tokenHash, now, new Date(now.getTime() + sessionLimits(session.roles).idle));
    return { accountId: session.account_id, personId: session.person_id, roles: session.roles, tokenHash };
  }

  async me(actor: Actor): Promise<Me> {
    const account = await this.store.accountById(actor.accountId);
    return toMe(account!);
  }

  async signOut(actor: Actor): Promise<void> {
    await this.store.endSession(actor.tokenHash, this.clock.now());
  }

  async prefer(actor: Actor, language: 'lo' | 'en'): Promise<void> {
    await this.queries.transaction((tx) => this.store.setLanguage(tx, actor.accountId, language, this.clock.now()));
  }

  private async open(tx: Tx, account: AccountWithRoles): Promise<Opened> {
    const now = this.clock.now();
    const limits = sessionLimits(account.roles);
    const token = randomToken();
    const expiresAt = new Date(now.getTime() + limits.absolute);
    await this.store.addSession(tx, {
      tokenHash: hashToken(token),
      accountId: account.id,
      createdAt: now,
      lastSeenAt: now,
      idleUntil: new Date(now.getTime() + limits.idle),
      expiresAt,
      endedAt: null,
    });
    return { token, me: toMe(account), expiresAt };
  }

  /** The open card behind a typed code; the same refusal for a wrong, used, expired or unknown one. */
  private async codeOf(typed: string): Promise<{ codeId: string; account: AccountWithRoles }> {
    const code = canonicalCode(typed);
    const row = await this.store.openCode(code.slice(0, 6), this.clock.now());
    const right = await this.secrets.matches(row?.codeHash ?? null, code);
    const account = row === null || !right ? null : await this.store.accountById(row.accountId);
    if (account === null || account.state === 'suspended') throw refuseAccess('access.code_refused');
    return { codeId: row!.id, account };
  }
}

function toMe(account: AccountWithRoles): Me {
  const { id, personId, userName, nameLo, nameEn, roles, language } = account;
  return { accountId: id, personId, userName, nameLo, nameEn, roles, permissions: permissionsOf(roles), language };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
