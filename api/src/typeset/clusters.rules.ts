/**
 * What each glyph of one shaped cluster reads as, in drawing order; joined, the readings are the text of the cluster.
 * Text in a PDF is looked up glyph by glyph, so ນ້ຳ, drawn as consonant, circle with tone, and tail, must spell
 * 0E99, 0EC9, 0EB3 although none of the three pictures belongs to the third letter alone.
 */
export function readings(text: string, glyphs: number): string[] {
  const letters = Array.from(text);
  if (glyphs <= 1) return glyphs === 1 ? [text] : [];
  const spare = glyphs - letters.length;
  // A letter that is drawn in two pieces: the piece next to the consonant is silent, as the circle of ຳ.
  if (spare > 0) return [letters[0] ?? '', ...Array<string>(spare).fill(''), ...letters.slice(1)];
  // Letters that share a picture: the last one speaks for all that are left.
  return [...letters.slice(0, glyphs - 1), letters.slice(glyphs - 1).join('')];
}
