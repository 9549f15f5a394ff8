import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What root makes in an ordinary user's directory becomes that user's, who may start Khou without root the next time. */
export function inheritOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) chownSync(path, uid, gid);
}
