import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { newId, randomCode } from '../kernel/ids.js';
import { numberKey } from '../kernel/text.js';
import { AuditService } from '../audit/audit.service.js';
import { Queries, type Tx } from '../db/queries.js';
import { AccessStore } from './access.store.js';
import { refuseAccess } from './access.failures.js';
import type { Role } from './permissions.rules.js';
import { secretKindFor } from './secrets.rules.js';
import { SecretsService } from './secrets.service.js';

export interface NewAccount {
  readonly personId: string;
  readonly userName: string;
  readonly roles: readonly Role[];
}

/** A card to print: the only moment at which the code is known. */
export interface IssuedCode {
  readonly personId: string;
  readonly accountId: string;
  readonly userName: string;
  /** 16 Crockford letters: 6 to find the row, 10 that are hashed. */
  readonly code: string;
  readonly expiresAt: Date;
}

const cardDays = 30;

/** Accounts, roles and cards, for the features that know the persons. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: AccessStore,
    private readonly secrets: SecretsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Opens accounts for persons who have none and adds missing roles to those who have one. */
  async invite(tx: Tx, people: readonly NewAccount[], by: string | null): Promise<void> {
    const now = this.clock.now();
    const existing = new Map(
      (
        await this.store.accountsOf(
          tx,
          people.map((person) => person.personId),
        )
      ).map((row) => [row.personId, row]),
    );
    const granted = await this.store.grantsOf(
      tx,
      [...existing.values()].map((row) => row.id),
    );
    const held = new Set(granted.map((grant) => `${grant.accountId} ${grant.role}`));
    const accounts = people
      .filter((person) => !existing.has(person.personId))
      .map((person) => ({
        id: newId(),
        personId: person.personId,
        userName: person.userName,
        userNameKey: numberKey(person.userName),
        state: 'invited' as const,
        secretHash: null,
        secretKind: null,
        language: 'lo' as const,
        createdAt: now,
        changedAt: now,
      }));
    const idOf = new Map([...existing.values(), ...accounts].map((row) => [row.personId, row.id]));
    const grants = people.flatMap((person) =>
      person.roles
        .filter((role) => !held.has(`${idOf.get(person.personId)} ${role}`))
        .map((role) => ({
          id: newId(),
          accountId: idOf.get(person.personId)!,
          role,
          grantedAt: now,
          grantedBy: by,
          endedAt: null,
          endedBy: null,
        })),
    );
    await this.store.addAccounts(tx, accounts, grants).catch((fault: { constraint?: string }) => {
      if (fault.constraint === 'accounts_user_name_once') throw refuseAccess('access.user_name_taken');
      throw fault;
    });
    const byRole = Object.groupBy(grants, (grant) => grant.role);
    for (const [role, rows] of Object.entries(byRole))
      await this.audit.append(tx, {
        actorId: by,
        action: 'role.granted',
        subjectKind: 'role',
        subjectId: role,
        details: { accounts: rows.map((row) => row.accountId) },
      });
  }

  /** Makes one new card a person; cards they had before stop working. */
  async issueCodes(tx: Tx, personIds: readonly string[], by: string | null): Promise<IssuedCode[]> {
    const now = this.clock.now();
    const accounts = await this.store.accountsOf(tx, personIds);
    if (accounts.length < new Set(personIds).size) throw refuseAccess('access.account_missing');
    const expiresAt = new Date(now.getTime() + cardDays * 86_400_000);
    const issued = await Promise.all(
      accounts.map(async (account) => {
        const code = randomCode(80);
        const row = {
          id: newId(),
          lookup: code.slice(0, 6),
          accountId: account.id,
          codeHash: await this.secrets.hash(code),
          issuedAt: now,
          issuedBy: by,
          expiresAt,
          usedAt: null,
          revokedAt: null,
        };
        return {
          row,
          card: { personId: account.personId, accountId: account.id, userName: account.userName, code, expiresAt },
        };
      }),
    );
    await this.store.revokeCodesOf(
      tx,
      accounts.map((account) => account.id),
      now,
    );
    await this.store.addCodes(
      tx,
      issued.map((one) => one.row),
    );
    await this.audit.append(tx, {
      actorId: by,
      action: 'card.issued',
      subjectKind: 'account',
      subjectId: accounts[0]?.id ?? '',
      details: { accounts: accounts.map((account) => account.id) },
    });
    return issued.map((one) => one.card);
  }

  /** Sets a password or PIN directly: for the first administrator, by command, and for the demonstration. */
  async setSecret(tx: Tx, personId: string, secret: string): Promise<void> {
    const [account] = await this.store.accountsOf(tx, [personId]);
    if (!account) throw refuseAccess('access.account_missing');
    const grants = await this.store.grantsOf(tx, [account.id]);
    const kind = await this.secrets.refuseWeak(secret, secretKindFor(grants.map((grant) => grant.role)));
    await this.store.setSecret(tx, account.id, await this.secrets.hash(secret), kind, this.clock.now());
    await this.audit.append(tx, {
      actorId: null,
      action: 'account.secret_set',
      subjectKind: 'account',
      subjectId: account.id,
    });
  }

  /** Ends every session of the person at once and refuses new ones. */
  async suspend(personId: string, by: string): Promise<void> {
    await this.queries.transaction(async (tx) => {
      const [account] = await this.store.accountsOf(tx, [personId]);
      if (!account) throw refuseAccess('access.account_missing');
      const now = this.clock.now();
      await this.keepAnAdministrator(tx, account.id);
      await this.store.setState(tx, account.id, 'suspended', now);
      await this.store.endSessionsOf(tx, account.id, now);
      await this.store.revokeCodesOf(tx, [account.id], now);
      await this.audit.append(tx, {
        actorId: by,
        action: 'account.suspended',
        subjectKind: 'account',
        subjectId: account.id,
      });
    });
  }

  async restore(personId: string, by: string): Promise<void> {
    await this.queries.transaction(async (tx) => {
      const [account] = await this.store.accountsOf(tx, [personId]);
      if (!account) throw refuseAccess('access.account_missing');
      await this.store.setState(tx, account.id, account.secretHash === null ? 'invited' : 'active', this.clock.now());
      await this.audit.append(tx, {
        actorId: by,
        action: 'account.restored',
        subjectKind: 'account',
        subjectId: account.id,
      });
    });
  }

  async withdrawRole(personId: string, role: Role, by: string): Promise<void> {
    await this.queries.transaction(async (tx) => {
      const [account] = await this.store.accountsOf(tx, [personId]);
      if (!account) throw refuseAccess('access.account_missing');
      if (role === 'administrator') await this.keepAnAdministrator(tx, account.id);
      await this.store.endGrant(tx, account.id, role, this.clock.now(), by);
      await this.audit.append(tx, {
        actorId: by,
        action: 'role.withdrawn',
        subjectKind: 'role',
        subjectId: role,
        details: { accounts: [account.id] },
      });
    });
  }

  private async keepAnAdministrator(tx: Tx, accountId: string): Promise<void> {
    const grants = await this.store.grantsOf(tx, [accountId]);
    const isAdministrator = grants.some((grant) => grant.role === 'administrator');
    if (isAdministrator && (await this.store.activeAdministrators(tx)) <= 1)
      throw refuseAccess('access.last_administrator');
  }
}
