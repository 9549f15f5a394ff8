// Every figure that docs promise, beside a baseline measured in the same run: `npm run bench [-- --json] [names]`.
// Each subject runs in a process of its own and prints one JSON object a line: id, value, unit, baseline, ratio, target, meets.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const subjects = ['certificates', 'requests', 'visit', 'start', 'curricula', 'people'];
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = asked.filter((name) => !subjects.includes(name));
if (unknown.length > 0) {
  console.error(`There is no figure called ${unknown.join(', ')}: choose of ${subjects.join(', ')}.`);
  process.exit(2);
}

const figures = [];
let broken = 0;
for (const subject of asked.length > 0 ? asked : subjects) {
  if (!json) console.error(`Measuring ${subject} …`);
  broken += (await measured(subject)) === 0 ? 0 : 1;
}
if (!json) table(figures);
process.exitCode = broken === 0 && figures.every((figure) => figure.meets) ? 0 : 1;

function measured(subject) {
  const script = fileURLToPath(new URL(`${subject}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    figures.push(JSON.parse(line));
    if (json) console.log(line);
  });
  return new Promise((resolve) => child.on('close', resolve));
}

function table(rows) {
  const shown = rows.map((row) => [
    row.id,
    `${row.value} ${row.unit}`,
    String(row.baseline),
    String(row.ratio),
    String(row.target),
    row.meets ? 'yes' : 'NO',
  ]);
  const lines = [['figure', 'value', 'baseline', 'ratio', 'target', 'meets'], ...shown];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}
