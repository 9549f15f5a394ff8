// npm sometimes leaves packages of other platforms out of the lock file; `npm ci` then refuses on those machines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every optional dependency that the lock file names but does not hold, as sentences. */
export function lockFaults(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !holds(packages, path, name))
      .map((name) => `${path || 'package.json'} wants ${name}, which the lock file does not hold`),
  );
}

/** Looks where Node would: beside the package, then in every node_modules above. */
function holds(packages, path, name) {
  for (let at = path; ; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    if (packages[`${at}${at && '/'}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}
