// Puts a shipped curriculum on the server a second time, changed, as an administrator does from a command line.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Publishes a copy of a curriculum; each change says what is written in place of what in a file of it. */
export async function publish(code, changes) {
  const folder = await mkdtemp(join(tmpdir(), 'khou-published-'));
  try {
    await cp(join(root, 'curricula', code), folder, { recursive: true });
    for (const { file, from, to } of changes) await change(join(folder, file), from, to);
    const main = join(root, 'api/dist/main.js');
    await promisify(execFile)('node', [main, 'curricula', 'publish', folder], { env: process.env });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function change(path, from, to) {
  const text = await readFile(path, 'utf8');
  assert.match(text, from, path);
  await writeFile(path, text.replace(from, to));
}
