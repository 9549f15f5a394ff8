// What a printed document says and shows, read with the tools a person would use: pdftotext and a scanner of QR codes.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The text of a PDF, page after page. */
export async function textOf(file) {
  return (await run('pdftotext', ['-layout', file, '-'])).stdout;
}

/** Pixels an inch of the pictures codes are looked for in, one after the other. */
const distances = [200, 150, 250, 175];

/**
 * What the QR codes of a PDF hold, as a camera reads them off the paper: it is held nearer and farther, since a scanner
 * that is shown eight codes at once may miss one of them at one distance (of 60 lists at 300 dots an inch, 3 times). It is put away once
 * `count` codes are read.
 */
export async function codesIn(file, count = 1) {
  const folder = await mkdtemp(join(tmpdir(), 'khou-paper-'));
  try {
    const found = new Set();
    for (const distance of distances) {
      if (found.size >= count) break;
      const start = `at-${distance}`;
      await run('pdftoppm', ['-r', String(distance), '-png', file, join(folder, start)]);
      const pages = (await readdir(folder)).filter((name) => name.startsWith(start)).sort();
      // `--raw` prints one line a code; 4 means that a page has none.
      const read = run('zbarimg', ['-q', '--raw', ...pages.map((name) => join(folder, name))]);
      const { stdout } = await read.catch((fault) => fault);
      for (const line of stdout.split('\n')) if (line !== '') found.add(line);
    }
    return [...found];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Presses what starts a download and answers the file it becomes, and the name it is offered under. */
export async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { file: await download.path(), name: download.suggestedFilename() };
}
