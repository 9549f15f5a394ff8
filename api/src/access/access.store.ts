import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import { AccountRow, ActivationCodeRow, RoleGrantRow, SessionRow } from './access.rows.js';
import type { Role } from './permissions.rules.js';

interface LiveSession {
  account_id: string;
  person_id: string;
  roles: Role[];
  stale: boolean;
}

export const liveSession = prepared<LiveSession>(
  'session-live',
  `select s.account_id, a.person_id, s.last_seen_at < $2::timestamptz - interval '5 minutes' as stale,
     array(select r.role from role_grants r where r.account_id = a.id and r.ended_at is null) as roles
   from sessions s join accounts a on a.id = s.account_id
   where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.idle_until > $2 and a.state = 'active'`,
);
const touchSession = prepared(
  'session-touch',
  `update sessions set last_seen_at = $2, idle_until = $3 where token_hash = $1`,
);
const endSession = prepared(
  'session-end',
  `update sessions set ended_at = $2 where token_hash = $1 and ended_at is null`,
);

export interface AccountWithRoles {
  id: string;
  personId: string;
  userName: string;
  state: AccountRow['state'];
  secretHash: string | null;
  language: 'lo' | 'en';
  nameLo: string;
  nameEn: string | null;
  roles: Role[];
}

const accountColumns = `
  select a.id, a.person_id as "personId", a.user_name as "userName", a.state, a.secret_hash as "secretHash", a.language,
    trim(p.given_name_lo || ' ' || coalesce(p.family_name_lo, '')) as "nameLo",
    nullif(trim(coalesce(p.given_name_en, '') || ' ' || coalesce(p.family_name_en, '')), '') as "nameEn",
    array(select r.role from role_grants r where r.account_id = a.id and r.ended_at is null) as roles
  from accounts a join persons p on p.id = a.person_id`;

const byUserName = prepared<AccountWithRoles>('account-by-user-name', `${accountColumns} where a.user_name_key = $1`);
const byId = prepared<AccountWithRoles>('account-by-id', `${accountColumns} where a.id = $1`);
const codeByLookup = prepared<{ id: string; accountId: string; codeHash: string }>(
  'activation-by-lookup',
  `select id, account_id as "accountId", code_hash as "codeHash" from activation_codes
   where lookup = $1 and used_at is null and revoked_at is null and expires_at > $2`,
);

@Injectable()
export class AccessStore {
  constructor(private readonly queries: Queries) {}

  liveSession(tokenHash: string, now: Date) {
    return this.queries.one(liveSession, [tokenHash, now]);
  }

  async touchSession(tokenHash: string, now: Date, idleUntil: Date): Promise<void> {
    await this.queries.all(touchSession, [tokenHash, now, idleUntil]);
  }

  async endSession(tokenHash: string, now: Date): Promise<void> {
    await this.queries.all(endSession, [tokenHash, now]);
  }

  accountByUserName(key: string) {
    return this.queries.one(byUserName, [key]);
  }

  accountById(id: string) {
    return this.queries.one(byId, [id]);
  }

  openCode(lookup: string, now: Date) {
    return this.queries.one(codeByLookup, [lookup, now]);
  }

  async addSession(tx: Tx, row: SessionRow): Promise<void> {
    await tx.insert(SessionRow, row);
  }

  async endSessionsOf(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query(`update sessions set ended_at = $2 where account_id = $1 and ended_at is null`, [accountId, now]);
  }

  /** Takes the code if nobody has: of many at once, one sees true. */
  async useCode(tx: Tx, codeId: string, now: Date): Promise<boolean> {
    const [, count] = await tx.query(
      `update activation_codes set used_at = $2 where id = $1 and used_at is null and revoked_at is null`,
      [codeId, now],
    );
    return count === 1;
  }

  async revokeCodesOf(tx: Tx, accountIds: readonly string[], now: Date): Promise<void> {
    await tx.query(
      `update activation_codes set revoked_at = $2 where account_id = any($1) and used_at is null and revoked_at is null`,
      [accountIds, now],
    );
  }

  async addCodes(tx: Tx, rows: ActivationCodeRow[]): Promise<void> {
    await tx.insert(ActivationCodeRow, rows);
  }

  async addAccounts(tx: Tx, accounts: AccountRow[], grants: RoleGrantRow[]): Promise<void> {
    if (accounts.length > 0) await tx.insert(AccountRow, accounts);
    if (grants.length > 0) await tx.insert(RoleGrantRow, grants);
  }

  async setSecret(
    tx: Tx,
    accountId: string,
    secretHash: string,
    secretKind: 'password' | 'pin',
    now: Date,
  ): Promise<void> {
    await tx.update(AccountRow, { id: accountId }, { secretHash, secretKind, state: 'active', changedAt: now });
  }

  async setState(tx: Tx, accountId: string, state: AccountRow['state'], now: Date): Promise<void> {
    await tx.update(AccountRow, { id: accountId }, { state, changedAt: now });
  }

  async setLanguage(tx: Tx, accountId: string, language: 'lo' | 'en', now: Date): Promise<void> {
    await tx.update(AccountRow, { id: accountId }, { language, changedAt: now });
  }

  /** The accounts of the given persons; persons without one are left out. */
  async accountsOf(tx: Tx, personIds: readonly string[]): Promise<AccountRow[]> {
    return tx
      .createQueryBuilder(AccountRow, 'account')
      .where('account.personId = any(:personIds)', { personIds })
      .getMany();
  }

  async grantsOf(tx: Tx, accountIds: readonly string[]): Promise<RoleGrantRow[]> {
    return tx
      .createQueryBuilder(RoleGrantRow, 'grant')
      .where('grant.accountId = any(:accountIds) and grant.endedAt is null', { accountIds })
      .getMany();
  }

  async endGrant(tx: Tx, accountId: string, role: Role, now: Date, by: string | null): Promise<void> {
    await tx.query(
      `update role_grants set ended_at = $3, ended_by = $4 where account_id = $1 and role = $2 and ended_at is null`,
      [accountId, role, now, by],
    );
  }

  /** Locks the administrators and counts those who can sign in, so that two cannot remove each other at once. */
  async activeAdministrators(tx: Tx): Promise<number> {
    const rows = await tx.query(
      `select a.id from accounts a join role_grants r on r.account_id = a.id and r.role = 'administrator' and r.ended_at is null
       where a.state = 'active' for update of a`,
    );
    return rows.length;
  }
}
