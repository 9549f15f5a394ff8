import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFacts } from './certificate.facts.js';
import { renderCertificates, renderHelp } from './render.command.js';

let folder: string;
const said: string[] = [];
const terminal = {
  live: false,
  print: (line: string) => void said.push(line),
  note: (line: string) => void said.push(line),
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'khou-render-'));
  said.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

function aFile(content: unknown): string {
  const file = join(folder, 'facts.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('certificates render', () => {
  it('prints an example that it can print itself', async () => {
    expect(await renderCertificates(['--example'], terminal)).toBe(0);
    const out = join(folder, 'out');
    expect(await renderCertificates(['--facts', aFile(said[0]!), '--out', out], terminal)).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['DOI-FND-2026-0147-3.pdf', 'DOI-FND-A-2026-0012-A.pdf']);
    expect(readFileSync(join(out, 'DOI-FND-2026-0147-3.pdf')).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(said).toContain('2 of 2 (100 %)');
    expect(said.at(-1)).toMatch(/^Printed 2 of 2 certificates to .+ a second\.$/);
  });

  it('documents every field of the facts', () => {
    const help = renderHelp();
    for (const field of Object.keys(certificateFacts.shape))
      expect(help).toMatch(new RegExp(`^  ${field}(\\[\\])? `, 'm'));
    expect(help).toContain('trainers[].nameLo');
  });

  it('names every path at fault and prints nothing', async () => {
    await renderCertificates(['--example'], terminal);
    const [first, second] = JSON.parse(said[0]!) as [Record<string, unknown>, Record<string, unknown>];
    const file = aFile([{ ...first, person: { nameLo: '' } }, { ...second, startsOn: '2026-13-01' }, second, second]);
    const failure = (await renderCertificates(['--facts', file, '--out', folder], terminal).catch(
      (reason: unknown) => reason,
    )) as Error;
    expect(failure.message).toContain('0.person.nameLo');
    expect(failure.message).toContain('1.startsOn');
    expect(failure.message).toContain('3.number: is the number of element 2 too');
    expect(readdirSync(folder)).toEqual(['facts.json']);
  });

  it.each([
    [['--facts', 'nowhere.json', '--out', 'x'], 'There is no file nowhere.json'],
    [['--out', 'x'], 'Give both --facts and --out'],
    [['--fact', 'x'], "Unknown option '--fact'"],
  ])('says what is wrong with %j', async (args, sentence) => {
    await expect(renderCertificates(args, terminal)).rejects.toThrow(sentence);
  });

  it.each([
    ['{', 'is not JSON'],
    ['{}', 'must hold an array'],
    ['[]', 'nothing to print'],
  ])('says what is wrong with a file that holds %s', async (content, sentence) => {
    await expect(renderCertificates(['--facts', aFile(content), '--out', folder], terminal)).rejects.toThrow(sentence);
  });
});
