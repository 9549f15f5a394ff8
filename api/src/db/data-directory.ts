import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedPostgresFault, toFault } from './embedded/fault.js';
import { inheritOwner } from './embedded/ownership.js';

const marker = 'khou-data.json';
// 'files' is Khou's store, which a server with its own DATABASE_URL fills without a cluster beside it.
const harmless = new Set(['files', 'lost+found', '.gitkeep', '.DS_Store']);

/**
 * Makes `directory` Khou's own and returns its absolute path; a directory that already is, stays as it is.
 * A directory with somebody else's files is refused, because Khou changes owners and modes in it.
 * Call it before anything else writes there.
 */
export async function claimDataDirectory(directory: string): Promise<string> {
  const path = resolve(directory);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (await isOurs(path)) return path;
    const strangers = (await readdir(path)).filter((name) => !harmless.has(name));
    if (strangers.length > 0) throw foreign(path, strangers);
    await writeFile(join(path, marker), `${JSON.stringify({ program: 'khou', format: 1 })}\n`);
    inheritOwner(join(path, marker));
    // As root the database runs under another account, which must be able to pass through.
    if (process.getuid?.() === 0) await chmod(path, 0o711);
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR' || (error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new EmbeddedPostgresFault('data.foreign', `${path} is not a directory: choose another with KHOU_DATA_DIR.`);
    throw toFault(error, path);
  }
}

async function isOurs(path: string): Promise<boolean> {
  const text = await readFile(join(path, marker), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.includes('"khou"');
}

function foreign(path: string, strangers: string[]): EmbeddedPostgresFault {
  const what = strangers.includes('PG_VERSION')
    ? 'is the data directory of another PostgreSQL server'
    : `holds files that are not Khou's (${strangers.slice(0, 3).join(', ')}${strangers.length > 3 ? ', …' : ''})`;
  return new EmbeddedPostgresFault(
    'data.foreign',
    `${path} ${what}: choose an empty or new directory with KHOU_DATA_DIR.`,
  );
}
