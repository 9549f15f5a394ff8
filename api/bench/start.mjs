// How long until the first page, from `npm start` on a built copy: on an empty data directory, and again on the same one.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, median, print, rounded, scratch, serving, starter } from './program.mjs';

const bare = fileURLToPath(new URL('bare-start.mjs', import.meta.url));
const cold = { ours: [], bare: [] };
const warm = { ours: [], bare: [] };

for (let round = 0; round < 3; round++) {
  const folder = scratch();
  for (const [kind, script, path] of [
    ['ours', starter, '/'],
    ['bare', bare, '/'],
  ])
    for (const times of [cold, warm]) {
      const port = await freePort();
      const program = await serving(
        [script],
        port,
        { KHOU_DATA_DIR: join(folder, kind), KHOU_DEMO: 'no', KHOU_LOG_LEVEL: 'error' },
        path,
      );
      times[kind].push(program.seconds);
      await program.stop();
    }
}

for (const [id, times, target] of [
  ['start-cold', cold, 30],
  ['start-warm', warm, 6],
]) {
  const value = median(times.ours);
  const baseline = median(times.bare);
  print({
    id,
    value: rounded(value),
    unit: 's',
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    target,
    meets: value <= target,
  });
}
