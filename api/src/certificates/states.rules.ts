/* A certificate is never deleted: issued → revoked, or issued → replaced by another. Both are final, and both say why. */

export const certificateStates = ['issued', 'revoked', 'replaced'] as const;
export type CertificateState = (typeof certificateStates)[number];

export const certificateActions = ['download', 'revoke', 'replace'] as const;
export type CertificateAction = (typeof certificateActions)[number];

const allowedIn: Record<CertificateState, readonly CertificateAction[]> = {
  issued: ['download', 'revoke', 'replace'],
  revoked: [],
  replaced: [],
};

export interface Rights {
  readonly download: boolean;
  readonly revoke: boolean;
  readonly issue: boolean;
}

/** What may be done with a certificate in this state by somebody with these rights. */
export function certificateAllows(state: CertificateState, rights: Rights): CertificateAction[] {
  const held: Record<CertificateAction, boolean> = {
    download: rights.download,
    revoke: rights.revoke,
    replace: rights.revoke && rights.issue,
  };
  return allowedIn[state].filter((action) => held[action]);
}
