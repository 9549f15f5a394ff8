import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
import { canonicalText } from './text.rules.js';

/** A curriculum folder in memory: what the pure part works on. Paths are relative, with forward slashes. */
export interface Source {
  readonly texts: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, Picture>;
}

const limits = { files: 1000, depth: 4, textBytes: 512 * 1024, pictureBytes: 64 * 1024, totalBytes: 8 * 1024 * 1024 };
const textFile = /\.(?:md|yaml)$/;
const pictureFile = /\.(?:png|jpe?g|webp)$/;

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
      faults: [fault('folder.too-large', here, { most: `${limits.files} files` })],
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
    const bytes = await bytesOf(join(root, file), most);
    if (bytes === 'too-large') faults.push(fault('file.too-large', place, { most: `${most / 1024} kB` }));
    else if (bytes === 'not-a-file') faults.push(fault('file.link', place));
    else if ((total += bytes.length) > limits.totalBytes) {
      faults.push(fault('folder.too-large', here, { most: `${limits.totalBytes / 1024 / 1024} MB` }));
      break;
    } else if (isPicture) {
      const type = pictureType(bytes);
      if (type === null) faults.push(fault('prose.image-kind', place, { path: file }));
      else pictures.set(file, { type, base64: bytes.toString('base64') });
    } else {
      const text = utf8(bytes);
      if (text === null) faults.push(fault('file.not-text', place));
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

async function bytesOf(path: string, most: number): Promise<Buffer | 'too-large' | 'not-a-file'> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(
    () => null,
  );
  if (file === null) return 'not-a-file';
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return 'not-a-file';
    if (stat.size > most) return 'too-large';
    const bytes = await file.readFile();
    return bytes.length > most ? 'too-large' : bytes;
  } finally {
    await file.close();
  }
}

/** By the first bytes and not by the name. */
function pictureType(bytes: Buffer): Picture['type'] | null {
  if (bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'image/png';
  if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return 'image/jpeg';
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP')
    return 'image/webp';
  return null;
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
