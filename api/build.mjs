// Builds api/src into api/dist with swc, and the migrations beside it: only what changed, no type check (that is `npm run types`).
// `node build.mjs --all` forgets what was built before.
import { transformFile } from '@swc/core';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile, copyFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const sources = join(root, 'src');
const migrations = join(root, '..', 'migrations');
const outputs = join(root, 'dist');
const stamp = join(outputs, '.build.json');

const began = performance.now();
const recipe = await ownRecipe();
if (process.argv.includes('--all') || (await builtBy()) !== recipe) await rm(outputs, { recursive: true, force: true });

const found = (await readdir(sources, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !isOnlyForTests(entry.name))
  .map((entry) => relative(sources, join(entry.parentPath, entry.name)))
  .concat((await readdir(migrations)).filter((name) => name.endsWith('.ts')).map((name) => join('migrations', name)));
const wanted = new Set(found.flatMap(outputsOf));
const removed = await removeStale(wanted);
const stale = (await Promise.all(found.map(async (file) => ((await isStale(file)) ? file : null)))).filter(Boolean);
const faults = await inLanes(stale, build);
for (const fault of faults) console.error(fault);
await mkdir(outputs, { recursive: true });
await writeFile(stamp, JSON.stringify({ recipe }));
if (faults.length > 0) process.exit(1);
if (stale.length + removed > 0 && !process.argv.includes('--quiet'))
  console.log(
    `api: built ${stale.length} of ${found.length} files in ${((performance.now() - began) / 1000).toFixed(2)} s`,
  );

/** A change of compiler or options makes every output stale. */
async function ownRecipe() {
  const { version } = JSON.parse(await readFile(join(root, '../node_modules/@swc/core/package.json'), 'utf8'));
  return JSON.stringify([
    version,
    await readFile(join(root, '.swcrc'), 'utf8'),
    await readFile(join(root, 'build.mjs'), 'utf8'),
  ]);
}

async function builtBy() {
  return existsSync(stamp) ? JSON.parse(await readFile(stamp, 'utf8')).recipe : null;
}

function isOnlyForTests(name) {
  return /\.(spec|test)\.ts$/.test(name) || name.endsWith('.d.ts');
}

function outputsOf(file) {
  if (extname(file) !== '.ts') return [file];
  const script = `${file.slice(0, -3)}.js`;
  return [script, `${script}.map`];
}

async function removeStale(keep) {
  if (!existsSync(outputs)) return 0;
  const present = (await readdir(outputs, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outputs, join(entry.parentPath, entry.name)));
  const strangers = present.filter((file) => !keep.has(file) && file !== basename(stamp));
  await Promise.all(strangers.map((file) => rm(join(outputs, file))));
  return strangers.length;
}

function sourceOf(file) {
  return dirname(file) === 'migrations' ? join(migrations, basename(file)) : join(sources, file);
}

async function isStale(file) {
  const source = await stat(sourceOf(file));
  const built = await stat(join(outputs, outputsOf(file)[0])).catch(() => null);
  return built === null || built.mtimeMs < source.mtimeMs;
}

/** Runs the work a few at a time and gathers what failed. */
async function inLanes(files, work) {
  const queue = [...files];
  const failed = [];
  const lane = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      await work(file).catch((error) =>
        failed.push(`${relative(join(root, '..'), sourceOf(file))}: ${error.message ?? error}`),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) * 2 }, lane));
  return failed;
}

async function build(file) {
  const [target] = outputsOf(file);
  await mkdir(dirname(join(outputs, target)), { recursive: true });
  const path = sourceOf(file);
  if (extname(file) !== '.ts') return copyFile(path, join(outputs, target));
  const { code, map } = await transformFile(path, {
    configFile: join(root, '.swcrc'),
    swcrc: false,
    sourceFileName: relative(dirname(join(outputs, target)), path).replaceAll('\\', '/'),
  });
  await writeFile(join(outputs, `${target}.map`), map ?? '');
  await writeFile(join(outputs, target), `${code}//# sourceMappingURL=${basename(target)}.map\n`);
}
