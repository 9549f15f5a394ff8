export type QuestionFormat = 'gift' | 'moodle';

/** A file of questions as text; null when its bytes are no UTF-8. Windows also writes UTF-16, which begins with its mark. */
export function textOfFile(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** What kind of question file a text is, by what stands in it and never by its name; null when it is neither. */
export function formatOfText(text: string): QuestionFormat | null {
  const start = text.trimStart();
  if (start.startsWith('<')) return /<quiz[\s>]/.test(start.slice(0, 4_000)) ? 'moodle' : null;
  const bare = text.replace(/\\./gs, '');
  const answer = bare.indexOf('{');
  return answer >= 0 && bare.includes('}', answer) ? 'gift' : null;
}
