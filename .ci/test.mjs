// `npm test`: everything, on a machine with only Node and npm. `-- --only=jest,lint` chooses steps, further words choose
// test files: `npm test -- --only=jest certificates`. `-- --list` names the steps. Nothing it starts outlives it.
import { install, refuseOldNode, Refusal } from '../start.mjs';
import { leave, provide } from './machine.mjs';
import { steps } from './steps.mjs';

const words = process.argv.slice(2);
const patterns = words.filter((word) => !word.startsWith('--'));
const only = words
  .find((word) => word.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
  process.on(signal, () => {
    leave();
    process.exit(code);
  });
process.on('exit', leave);
process.exitCode = words.includes('--list') ? list() : await main();

function list() {
  for (const { name, heading } of steps) console.log(`${name.padEnd(10)}${heading}`);
  return 0;
}

async function main() {
  const unknown = (only ?? []).filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.log(`There is no step ${unknown.join(', ')}. The steps: ${steps.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const chosen = steps.filter(({ name }) => !only || only.includes(name));
  const began = Date.now();
  try {
    refuseOldNode();
    await install();
  } catch (error) {
    return refused(error);
  }
  const missing = provide([...new Set(chosen.flatMap(({ needs = [] }) => needs))]);
  const results = [];
  for (const step of chosen) results.push(await taken(step, missing));
  return closed(results, began);
}

function refused(error) {
  if (!(error instanceof Refusal)) throw error;
  console.log(`${error.message}\n0 passed, 1 failed`);
  return 1;
}

async function taken(step, missing) {
  console.log(`\n── ${step.heading} (${step.name})`);
  const began = Date.now();
  const lacking = (step.needs ?? []).filter((program) => missing.includes(program));
  if (lacking.length > 0)
    console.log(`Counted as failed, because this machine lacks ${lacking.join(', ')}; the rest runs.`);
  const result = await step.run({ patterns }).catch((error) => {
    console.log(error instanceof Refusal ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const failed = result.failed + (lacking.length > 0 ? 1 : 0);
  const time = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  console.log(`   ${failed === 0 ? 'ok' : 'FAILED'}, ${result.passed} passed, ${failed} failed, ${time}`);
  return { name: step.name, passed: result.passed, failed };
}

function closed(results, began) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const broken = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
  console.log(
    `\n${results.length} steps in ${Math.round((Date.now() - began) / 1000)} s${broken.length > 0 ? `; failed: ${broken.join(', ')}` : ''}`,
  );
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
