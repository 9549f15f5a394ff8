import { diffArrays } from 'diff';

/** A stretch of text that two versions share, or that only one of them has. */
export interface DiffPiece {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Above this many words a comparison costs more than it tells; then the whole text counts as changed. */
const mostWords = 20_000;

/** The same: a text with more changes than this is another text. Counted and not timed, so that every machine says the same. */
const mostEdits = 600;

const words = new Intl.Segmenter('lo', { granularity: 'word' });

/**
 * What changed from one text to another, word by word. Lao is written without spaces, so its words are found by dictionary
 * (`Intl.Segmenter`); joined again, `same` and `removed` give the old text and `same` and `added` the new one, letter by letter.
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const pieces =
    old.length + fresh.length > mostWords
      ? null
      : diffArrays(old, fresh, { maxEditLength: mostEdits })?.map(({ added, removed, value }): DiffPiece => ({
          op: added ? 'added' : removed ? 'removed' : 'same',
          text: value.join(''),
        }));
  return merged(pieces ?? [piece('removed', before), piece('added', after)]);
}

/** Words, spaces and signs, each by itself. A tone mark or vowel never stands apart from its consonant. */
export function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

function piece(op: DiffPiece['op'], text: string): DiffPiece {
  return { op, text };
}

/** A single space kept between two changed words makes two changes of one: it is changed with them. */
function merged(pieces: readonly DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push(piece('removed', removed));
    if (added !== '') result.push(piece('added', added));
    removed = added = '';
  };
  pieces.forEach(({ op, text }, index) => {
    const between = index > 0 && index < pieces.length - 1 && removed !== '' && added !== '' && /^ +$/.test(text);
    if (op === 'removed') removed += text;
    else if (op === 'added') added += text;
    else if (between) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push(piece('same', text));
    }
  });
  flush();
  return result.filter(({ text }) => text !== '');
}
