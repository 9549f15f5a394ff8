import type { Picture, Source } from '../format/index.js';

export type Reader<Read> = (source: Source, folder: string, hasLao: boolean) => Read;

interface Known<Read> {
  readonly files: ReadonlyMap<string, string | Picture>;
  readonly hasLao: boolean;
  readonly letters: number;
  readonly read: Read;
}

/**
 * Reads a module again only when one of its files changed. What was used longest ago is forgotten when the texts that were read
 * have more than so many letters together.
 */
export class Recall<Read> {
  private readonly known = new Map<string, Known<Read>>();
  private letters = 0;

  constructor(
    private readonly read: Reader<Read>,
    private readonly most: number,
  ) {}

  /** For one draft: others have modules of the same names. */
  of(draft: string): Reader<Read> {
    return (source, folder, hasLao) => {
      const key = `${draft} ${folder}`;
      const files = filesOf(source, folder);
      const before = this.known.get(key);
      this.forget(key);
      const isSame = before !== undefined && before.hasLao === hasLao && same(before.files, files);
      return this.keep(key, isSame ? before : toKnow(files, hasLao, this.read(source, folder, hasLao)));
    };
  }

  private keep(key: string, known: Known<Read>): Read {
    this.known.set(key, known);
    this.letters += known.letters;
    for (const oldest of this.known.keys()) {
      if (this.letters <= this.most || oldest === key) break;
      this.forget(oldest);
    }
    return known.read;
  }

  private forget(key: string): void {
    this.letters -= this.known.get(key)?.letters ?? 0;
    this.known.delete(key);
  }
}

function toKnow<Read>(files: Known<Read>['files'], hasLao: boolean, read: Read): Known<Read> {
  const letters = [...files.values()].reduce((sum, file) => sum + (typeof file === 'string' ? file.length : 0), 0);
  return { files, hasLao, letters, read };
}

const names = ['module.md', 'module.lo.md', 'questions.yaml', 'translation.lo.yaml'];

function filesOf({ texts, pictures }: Source, folder: string): Map<string, string | Picture> {
  const base = `modules/${folder}/`;
  const own = names.flatMap((name) => {
    const text = texts.get(base + name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return new Map<string, string | Picture>([...own, ...[...pictures].filter(([path]) => path.startsWith(base))]);
}

function same(a: ReadonlyMap<string, string | Picture>, b: ReadonlyMap<string, string | Picture>): boolean {
  return a.size === b.size && [...a].every(([path, content]) => b.get(path) === content);
}
