// Known faults in our packages. Each exception names its advisory and says why it does not reach us.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './machine.mjs';

/** `{ checked, faults, notes }`, the latter two sentences; `checked` is false when no registry answers. */
export async function audit() {
  const allowed = JSON.parse(readFileSync(join(root, '.ci', 'audit-allow.json'), 'utf8'));
  const { output } = await run('npm', ['audit', '--json'], { collect: true, minutes: 3 });
  const report = readReport(output);
  if (!report)
    return {
      checked: false,
      faults: [],
      notes: ['Not checked: the package registry gave no advisories (no network, or a mirror without them).'],
    };
  const advisories = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((cause) => typeof cause === 'object'),
  );
  const byId = new Map(advisories.map((advisory) => [idOf(advisory), advisory]));
  const faults = [...byId]
    .filter(([id]) => !allowed.some((entry) => entry.id === id))
    .map(([id, { name, severity, title }]) => `${id} ${severity} ${name}: ${title}`);
  const notes = allowed.map(({ id, reason }) =>
    byId.has(id) ? `Allowed ${id}: ${reason}` : `No longer needed in audit-allow.json: ${id}`,
  );
  return { checked: true, faults, notes };
}

function readReport(output) {
  try {
    const report = JSON.parse(output.slice(output.indexOf('{')));
    return report.vulnerabilities ? report : null;
  } catch {
    return null;
  }
}

function idOf({ url }) {
  return url.slice(url.lastIndexOf('/') + 1);
}
