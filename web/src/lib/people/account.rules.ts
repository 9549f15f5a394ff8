/** How the state of an account is coloured. */
export const accountTones = { none: 'plain', invited: 'warn', active: 'ok', suspended: 'bad' } as const;

export type AccountState = keyof typeof accountTones;

export function stateOf(account: { state: Exclude<AccountState, 'none'> } | null): AccountState {
  return account?.state ?? 'none';
}
