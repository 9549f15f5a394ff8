import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CommandFault } from '../commands/command.js';
import { exampleFacts } from './certificate.example.js';
import {
  type CertificateFacts,
  certificateFacts,
  checkedFacts,
  type FactFault,
  FactsUnfit,
} from './certificate.facts.js';

export interface RenderTerminal {
  /** For what a pipe may take in: the example, the summary. */
  print(line: string): void;
  /** For people who wait. */
  note(text: string): void;
  readonly live: boolean;
}

const usage = `npm run khou -- certificates render --facts FILE.json --out DIR
npm run khou -- certificates render --example > FILE.json

Prints certificates to PDF with the product's own renderer: one file a certificate, named after its number. The same
facts always give the same bytes. Needs no database.

  --facts FILE.json  an array of certificate facts; - reads them from standard input
  --out DIR          where the PDFs go; made when it is missing, files of the same name are overwritten
  --example          prints a valid array to start from

Exit codes: 0 all printed; 1 some facts are at fault (each is named with its path); 2 the command was typed wrongly.`;

/** What `--help` prints: usage, and the shape of the facts as the contract states it. */
export function renderHelp(): string {
  const schema = z.toJSONSchema(certificateFacts, { io: 'input', unrepresentable: 'any' }) as Shape;
  return `${usage}\n\nThe shape of one element:\n${shapeLines(schema, '').join('\n')}`;
}

/** Runs `certificates render`; answers the exit code. */
export async function renderCertificates(
  args: readonly string[],
  terminal: RenderTerminal = processTerminal(),
): Promise<number> {
  const options = optionsOf(args);
  if (options.example) {
    terminal.print(JSON.stringify(exampleFacts, null, 2));
    return 0;
  }
  if (options.facts === null || options.out === null)
    throw new CommandFault(`Give both --facts and --out.\n\n${usage}`, 2);
  const all = factsFrom(options.facts);
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });

  const { renderCertificate } = await import('./certificate.pdf.js');
  const began = performance.now();
  const faults: FactFault[] = [];
  let done = 0;
  let noted = 0;
  for (const [index, facts] of all.entries()) {
    try {
      await writeFile(join(out, `${facts.number}.pdf`), await renderCertificate(facts));
      done += 1;
    } catch (failure) {
      if (!(failure instanceof FactsUnfit)) throw failure;
      faults.push(
        ...failure.faults.map(({ path, message }) => ({
          path: [index, path].filter((part) => part !== '').join('.'),
          message,
        })),
      );
    }
    const now = performance.now();
    if (now - noted > (terminal.live ? 100 : 2000) || index === all.length - 1) {
      noted = now;
      terminal.note(`${index + 1} of ${all.length} (${Math.round((100 * (index + 1)) / all.length)} %)`);
    }
  }
  const seconds = (performance.now() - began) / 1000;
  terminal.print(
    `Printed ${done} of ${all.length} certificates to ${out} in ${seconds.toFixed(2)} s: ${(done / seconds).toFixed(1)} a second.`,
  );
  if (faults.length > 0) throw new CommandFault(listed(faults));
  return 0;
}

function optionsOf(args: readonly string[]): { facts: string | null; out: string | null; example: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { facts: { type: 'string' }, out: { type: 'string' }, example: { type: 'boolean', default: false } },
    });
    return { facts: values.facts || null, out: values.out || null, example: values.example };
  } catch (failure) {
    throw new CommandFault(`${(failure as Error).message}\n\n${usage}`, 2);
  }
}

/** Reads and checks the whole file before anything is printed, so that one run names every mistake. */
function factsFrom(file: string): CertificateFacts[] {
  const given = parsed(textOf(file), file);
  if (!Array.isArray(given))
    throw new CommandFault(`${file} must hold an array of certificate facts; --example prints one.`);
  if (given.length === 0) throw new CommandFault(`${file} holds an empty array: there is nothing to print.`);

  const faults: FactFault[] = [];
  const numbers = new Map<string, number>();
  const facts = given.map((element, index) => {
    try {
      const checked = checkedFacts(element, String(index));
      const earlier = numbers.get(checked.number);
      if (earlier !== undefined)
        faults.push({ path: `${index}.number`, message: `is the number of element ${earlier} too` });
      numbers.set(checked.number, index);
      return checked;
    } catch (failure) {
      if (!(failure instanceof FactsUnfit)) throw failure;
      faults.push(...failure.faults);
      return null;
    }
  });
  if (faults.length > 0) throw new CommandFault(listed(faults));
  return facts.filter((element) => element !== null);
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (failure) {
    const { code, message } = failure as NodeJS.ErrnoException;
    throw new CommandFault(code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${message}`);
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (failure) {
    throw new CommandFault(`${file} is not JSON: ${(failure as Error).message}`);
  }
}

function listed(faults: readonly FactFault[]): string {
  const most = 50;
  const lines = faults.slice(0, most).map(({ path, message }) => `  ${path}: ${message}`);
  const rest = faults.length > most ? [`  … and ${faults.length - most} more`] : [];
  return [`${faults.length === 1 ? 'One fact is' : `${faults.length} facts are`} at fault:`, ...lines, ...rest].join(
    '\n',
  );
}

interface Shape {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly required?: readonly string[];
  readonly default?: unknown;
}

function shapeLines(shape: Shape, path: string): string[] {
  const body = shape.anyOf?.find((choice) => choice.type !== 'null') ?? shape;
  return Object.entries(body.properties ?? {}).flatMap(([name, part]) => {
    const inner = part.anyOf?.find((choice) => choice.type !== 'null') ?? part;
    const here = `${path}${name}${inner.type === 'array' ? '[]' : ''}`;
    const kind =
      inner.enum !== undefined
        ? inner.enum.map((word) => JSON.stringify(word)).join(' | ')
        : String(inner.type ?? 'value');
    const optional = body.required?.includes(name) === true ? '' : `, default ${JSON.stringify(part.default ?? null)}`;
    const line = `  ${here.padEnd(24)} ${kind}${optional}. ${part.description ?? inner.description ?? ''}`;
    return [line, ...shapeLines(inner.type === 'array' ? (inner.items ?? {}) : inner, `${here}.`)];
  });
}

function processTerminal(): RenderTerminal {
  const live = process.stderr.isTTY === true;
  return {
    live,
    print: (line) => {
      if (live) process.stderr.write('\r\u001b[K');
      console.log(line);
    },
    note: (text) => process.stderr.write(live ? `\r\u001b[K${text}` : `${text}\n`),
  };
}
