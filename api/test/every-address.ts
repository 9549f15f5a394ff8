import { execFileSync, spawnSync } from 'node:child_process';
import { openApiDocument } from '../src/http/openapi.js';
import type { Answer, App, Caller } from './app.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly enum?: readonly string[] };
}

interface ReadRoute {
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

/** Every route that only reads, as the contract of the wired program describes it. */
export async function readRoutes({ app }: App): Promise<ReadRoute[]> {
  const { paths } = (await openApiDocument(app)) as {
    paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ path, parameters: get.parameters ?? [] }],
  );
}

const pair = (name: string, value: string) => `${name}=${encodeURIComponent(value)}`;

/**
 * The addresses of the routes with ids that exist: `ids` by what stands before `{id}`, `values` by name. Each parameter is tried
 * with each of its values, by itself and in every language and for every audience.
 */
export function everyAddress(
  routes: readonly ReadRoute[],
  ids: Readonly<Record<string, string>>,
  values: Readonly<Record<string, readonly string[]>>,
): string[] {
  const valuesOf = ({ name, schema }: Parameter) => schema.enum ?? values[name] ?? [];
  return routes.flatMap(({ path, parameters }) => {
    const kind = /([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? '';
    const urls = parameters
      .filter((parameter) => parameter.in === 'path')
      .reduce(
        (filled, parameter) => {
          const found = parameter.name === 'id' ? [ids[kind] ?? ids['people']!] : valuesOf(parameter);
          const tried = found.length > 0 ? found : ['x'];
          return filled.flatMap((url) => tried.map((value) => url.replace(`{${parameter.name}}`, value)));
        },
        [path],
      );
    const asked = parameters.filter((parameter) => parameter.in === 'query');
    const needed = asked
      .filter(({ required }) => required)
      .map((parameter) => pair(parameter.name, valuesOf(parameter)[0]!));
    const single = asked.flatMap((parameter) => valuesOf(parameter).map((value) => pair(parameter.name, value)));
    const reader = single.filter((query) => /^(?:locale|audience)=/.test(query));
    const both = reader.flatMap((query) =>
      single.filter((other) => !reader.includes(other) || other < query).map((other) => `${query}&${other}`),
    );
    const queries = ['', ...single, ...both].map((query) => [...needed, query].filter(Boolean).join('&'));
    return urls.flatMap((url) => queries.map((query) => (query === '' ? url : `${url}?${query}`)));
  });
}

/** What a person reads of an answer: the letters of a PDF (nothing where poppler is not installed), else the text. */
export function textOf(answer: Answer): string {
  if (!String(answer.headers['content-type']).includes('pdf')) return answer.text;
  if (spawnSync('pdftotext', ['-v']).error !== undefined) return '';
  const input = answer.bytes;
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input, encoding: 'utf8' }).replace(/\s/g, '');
}

interface Heard {
  readonly url: string;
  readonly status: number;
  readonly found: readonly string[];
}

/** Asks at every address, and says at which of them planted words stood. A fault of the program counts as a find. */
export async function asked(
  who: Caller,
  addresses: readonly string[],
  words: readonly string[],
  leaveOut: RegExp = /^$/,
): Promise<{ all: Heard[]; told: Heard[] }> {
  const all: Heard[] = [];
  for (const url of addresses.filter((one) => !leaveOut.test(one))) {
    const answer = await who.get(url);
    const text = textOf(answer);
    const found = words.filter((word) => text.includes(word));
    if (answer.status >= 500) found.push(`answered ${answer.status}`);
    all.push({ url, status: answer.status, found });
  }
  return { all, told: all.filter(({ found }) => found.length > 0) };
}
