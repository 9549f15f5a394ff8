const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export interface RegisterNumber {
  /** The issuing body, e.g. `DOI`. */
  readonly prefix: string;
  /** The series of the curriculum, e.g. `FND`; statements of attendance have one of their own. */
  readonly series: string;
  readonly year: number;
  /** 1 for the first of the series in that year. */
  readonly number: number;
}

/** The number as it is printed: DOI-FND-2026-0147 and a character that tells a slip of the pen. */
export function certificateCode({ prefix, series, year, number }: RegisterNumber): string {
  const body = `${prefix}-${series}-${year}-${String(number).padStart(4, '0')}`;
  return `${body}-${checkCharacter(body)}`;
}

export function seriesFor(kind: 'completion' | 'attendance', series: string): string {
  return kind === 'completion' ? series : `${series}-A`;
}

/** ISO 7064, MOD 37,36: finds every single wrong character and every swap of neighbours. Hyphens are not counted. */
export function checkCharacter(body: string): string {
  let check = 36;
  for (const letter of body.replaceAll('-', '')) {
    const sum = (check + alphabet.indexOf(letter)) % 36 || 36;
    check = (sum * 2) % 37;
  }
  return alphabet[(37 - check) % 36]!;
}

/** Whether a number that somebody typed can be one of a register at all. */
export function isCertificateCode(code: string): boolean {
  const found = /^([A-Z0-9]+(?:-[A-Z0-9]+)+)-([A-Z0-9])$/.exec(code);
  return found !== null && checkCharacter(found[1]!) === found[2];
}
