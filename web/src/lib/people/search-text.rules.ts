/**
 * What a search field shows when the address says something. `said` is what the address said before: text that differs from it
 * was typed since, will be asked for in a moment, and must not be taken from under the person's fingers.
 */
export function shownText(typed: string, said: string, says: string): string {
  const text = typed.trim();
  return text === said && text !== says ? says : typed;
}
