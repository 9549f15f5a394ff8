/** Far deeper than anything that is sent here. */
const mostLevels = 12;

/**
 * Whether the database can keep this JSON: no text in it has U+0000 or half of a surrogate pair, and it nests no deeper than can
 * be written out again. Level by level and not by recursion, which deep input would run out of stack with.
 */
export function isStorable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels || !level.every((one) => typeof one !== 'string' || isKeepable(one))) return false;
    const groups = level.filter((one) => one !== null && typeof one === 'object') as object[];
    if (!groups.every((one) => Object.keys(one).every(isKeepable))) return false;
    level = groups.flatMap((one) => Object.values(one));
  }
  return true;
}

function isKeepable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
