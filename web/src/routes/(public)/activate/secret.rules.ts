import type { Failure } from '#lib/api/failure.js';

/** Why a secret was not taken: by this page, or by the server. */
export interface Refusal {
  fault: 'missing' | 'differ' | null;
  failure: Failure | null;
}

export function faultOf(secret: string, repeat: string): Refusal['fault'] {
  if (!secret) return 'missing';
  return secret === repeat ? null : 'differ';
}
