const SMALL = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** A name for a folder or an address, of the letters that both allow; empty where the title has none of them. */
export function slugOf(title: string, most = 40): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return slug.slice(0, most).replace(/-+$/, '');
}

/** The letters that stand in the numbers of certificates: initials, or the beginning of a single word. */
export function seriesOf(title: string): string {
  const words = slugOf(title, 200)
    .split('-')
    .filter((word) => /^[a-z]/.test(word) && !SMALL.has(word));
  const [only, ...more] = words;
  const letters =
    more.length > 0 ? words.map((word) => word[0]).join('') : (only ?? '').replace(/[^a-z]/g, '').slice(0, 3);
  return letters.length < 2 ? '' : letters.slice(0, 6).toUpperCase();
}
