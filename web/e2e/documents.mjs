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

/** What the QR codes of a PDF hold, as a camera reads them off the paper. */
export async function codesIn(file) {
  const folder = await mkdtemp(join(tmpdir(), 'khou-paper-'));
  try {
    await run('pdftoppm', ['-r', '200', '-png', file, join(folder, 'page')]);
    const pages = (await readdir(folder)).sort().map((name) => join(folder, name));
    // `--raw` prints one line a code; 4 means that a page has none.
    const { stdout } = await run('zbarimg', ['-q', '--raw', ...pages]).catch((fault) => fault);
    return stdout.trim().split('\n').filter(Boolean);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Presses what starts a download and answers the file it becomes, and the name it is offered under. */
export async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { file: await download.path(), name: download.suggestedFilename() };
}
