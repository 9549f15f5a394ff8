export interface DiffPiece {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** How many characters beside a change are shown of what did not change. */
const context = 60;

/** The pieces of a difference with long unchanged passages cut down to what stands beside a change, at the edge of a word. */
export function inContext(pieces: readonly DiffPiece[], language: string): DiffPiece[] {
  return pieces.map((piece, index) => {
    const { op, text } = piece;
    if (op !== 'same') return piece;
    const [isFirst, isLast] = [index === 0, index === pieces.length - 1];
    const room = context * (isFirst || isLast ? 1 : 2);
    if (text.length <= room + 20 || (isFirst && isLast)) return piece;
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
    const head = words.findLast((word) => word.index <= context)!.index;
    const tail = words.find((word) => word.index >= text.length - context)?.index ?? text.length;
    return {
      op,
      text: `${isFirst ? '' : `${text.slice(0, head)} `}…${isLast ? '' : ` ${text.slice(tail).replace(/^[\s.,;:!?)]+/, '')}`}`,
    };
  });
}

/** What came or went without the spaces and lines around it: a mark around an empty line would be a stroke that means nothing. */
export function marked(text: string): { before: string; core: string; after: string } {
  const core = text.trim();
  if (core === '') return { before: '', core: text, after: '' };
  const start = text.indexOf(core);
  return { before: text.slice(0, start), core, after: text.slice(start + core.length) };
}
