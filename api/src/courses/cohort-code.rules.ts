/** What the codes of a series and year begin with: `FND-2026`. */
export function codePrefix(series: string, startsOn: string): string {
  return `${series}-${startsOn.slice(0, 4)}`;
}

/** The code after the given number: `FND-2026-01`. Two digits at least, because people read codes aloud. */
export function nextCode(prefix: string, last: number): string {
  return `${prefix}-${String(last + 1).padStart(2, '0')}`;
}
