import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
import { tooDeepAt } from './nesting.rules.js';
import { pictureOf } from './picture.rules.js';
import { canonicalText } from './text.rules.js';

/** A curriculum folder in memory: what the pure part works on. Paths are relative, with forward slashes. */
export interface Source {
  readonly texts: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** What a curriculum may hold, wherever it comes from. */
export const sourceLimits = {
  files: 4000,
  depth: 4,
  textBytes: 512 * 1024,
  pictureBytes: 2 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
};
/** The largest archive of a curriculum: everything in it, and for each file two headers with a name of at most 600 bytes. */
export const mostArchiveBytes = sourceLimits.totalBytes + sourceLimits.files * 1536;
const limits = sourceLimits;
const textFile = /\.(?:md|yaml)$/;
const pictureFile = /\.(?:png|jpe?g|webp|svg)$/;

/**
 * Reads a folder. Only regular files inside it are opened: a link is a fault and is not followed, not even one that is put
 * in place between looking and opening. Sizes are checked on the open file before anything is read.
 */
export async function readFolder(directory: string): Promise<{ source: Source; faults: Fault[] }> {
  const texts = new Map<string, string>();
  const pictures = new Map<string, Picture>();
  const faults: Fault[] = [];
  const here = { file: '', line: 1, column: 1 };
  const root = await realpath(directory).catch(() => null);
  const files = root === null ? null : await listed(root, '', faults).catch(() => null);
  if (root === null || files === null)
    return { source: { texts, pictures }, faults: [fault('folder.missing', here, { path: directory })] };
  if (files.length > limits.files)
    return {
      source: { texts, pictures },
      faults: [fault('folder.too-many-files', here, { most: limits.files })],
    };

  let total = 0;
  for (const file of files) {
    const place = { ...here, file };
    const isPicture = pictureFile.test(file);
    if (!isPicture && !textFile.test(file)) {
      faults.push(fault('file.unknown', place));
      continue;
    }
    const most = isPicture ? limits.pictureBytes : limits.textBytes;
    const bytes = bytesOf(join(root, file), most);
    if (bytes === 'too-large') faults.push(fault('file.too-large', place, { kilobytes: most / 1024 }));
    else if (bytes === 'not-a-file') faults.push(fault('file.link', place));
    else if ((total += bytes.length) > limits.totalBytes) {
      faults.push(fault('folder.too-large', here, { megabytes: limits.totalBytes / 1024 / 1024 }));
      break;
    } else if (isPicture) {
      const picture = pictureOf(bytes);
      if (picture === null) faults.push(fault('prose.image-kind', place, { path: file }));
      else pictures.set(file, picture);
    } else {
      const text = utf8(bytes);
      const nested = text === null ? null : tooDeepAt(file, text);
      if (text === null) faults.push(fault('file.not-text', place));
      else if (nested !== null) faults.push(fault('text.nested', { ...place, line: nested }));
      else texts.set(file, canonicalText(text));
    }
  }
  return { source: { texts, pictures }, faults };
}

/** Paths of the files below a folder, sorted; hidden files are left out, links become faults. */
async function listed(root: string, below: string, faults: Fault[], depth = 1): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && depth < limits.depth) found.push(...(await listed(root, path, faults, depth + 1)));
    else if (entry.isFile()) found.push(path);
    else if (!entry.isDirectory()) faults.push(fault('file.link', { file: path, line: 1, column: 1 }));
    if (found.length > limits.files) break;
  }
  return found;
}

/* In one go and not by promises, which for hundreds of small files take ten times as long as the reading. */
function bytesOf(path: string, most: number): Buffer | 'too-large' | 'not-a-file' {
  const file = opened(path);
  if (file === null) return 'not-a-file';
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return 'not-a-file';
    if (stat.size > most) return 'too-large';
    const bytes = readFileSync(file);
    return bytes.length > most ? 'too-large' : bytes;
  } finally {
    closeSync(file);
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
