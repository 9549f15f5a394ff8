/** A part of a module's text that carries an id: a section with what stands under its heading, or a block. */
export interface Piece {
  readonly id: string;
  readonly kind: 'head' | 'section' | 'block' | 'question';
  /** Lines counted from 1, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const HEADING = /^##\s.*\{#([a-z][a-z0-9-]*)\b[^}]*\}\s*$/;
const OPENING = /^:::[a-z-]+\{#([a-z][a-z0-9-]*)\b.*\}\s*$/;
const QUESTION = /^::question\{id=([^\s}]+)\s*\}\s*$/;

/**
 * The pieces of a Markdown file in order. Only lines are looked at, so a text that is half typed has pieces too; whether it is
 * right is for the check to say.
 */
export function piecesOf(text: string): Piece[] {
  const lines = text.split('\n');
  const pieces: Piece[] = [];
  let open: { id: string; kind: Piece['kind']; from: number } | null = { id: 'head', kind: 'head', from: 1 };
  const end = (to: number) => {
    if (open && to >= open.from)
      pieces.push({
        ...open,
        to,
        text: lines
          .slice(open.from - 1, to)
          .join('\n')
          .trimEnd(),
      });
    open = null;
  };
  for (const [at, line] of lines.entries()) {
    const place = at + 1;
    const [heading, block, question] = [HEADING.exec(line), OPENING.exec(line), QUESTION.exec(line)];
    if (heading ?? block) {
      end(place - 1);
      open = { id: (heading ?? block)![1]!, kind: heading ? 'section' : 'block', from: place };
    } else if (question) {
      end(place - 1);
      pieces.push({ id: question[1]!, kind: 'question', from: place, to: place, text: line });
    } else if (open?.kind === 'block' && /^:::\s*$/.test(line)) end(place);
    else if (!open && line.trim() !== '')
      open = { id: `${pieces.at(-1)?.id ?? 'head'}+`, kind: 'section', from: place };
  }
  end(lines.length);
  return pieces;
}

/** The piece in which a line lies, or the last one before it. */
export function pieceAt(pieces: readonly Piece[], line: number): Piece | null {
  return pieces.findLast((piece) => piece.from <= line) ?? null;
}

/** What the English has and the Lao has not. Text between blocks has no id of its own and is not counted. */
export function missingPieces(english: readonly Piece[], lao: readonly Piece[]): Piece[] {
  const known = new Set(lao.map(({ id }) => id));
  return english.filter(({ id, kind }) => kind !== 'head' && !id.endsWith('+') && !known.has(id));
}

/**
 * The Lao text with a piece of the English in its place: after the piece that stands before it in the English. The English
 * words come along, to be typed over.
 */
export function withPiece(lao: string, english: readonly Piece[], id: string): { text: string; line: number } {
  const at = english.findIndex((piece) => piece.id === id);
  const piece = english[at];
  if (!piece) return { text: lao, line: 1 };
  const own = new Map(piecesOf(lao).map((one) => [one.id, one]));
  const before = english.slice(0, at).findLast((one) => own.has(one.id));
  const lines = lao.trimEnd().split('\n');
  const place = before ? endOf(lao, own.get(before.id)!) : lines.length;
  const added = ['', ...piece.text.split('\n'), ''];
  const joined = [...lines.slice(0, place), ...added, ...lines.slice(place)].join('\n').replace(/\n{3,}/g, '\n\n');
  const text = `${joined.trimEnd()}\n`;
  return { text, line: piecesOf(text).find((one) => one.id === id)?.from ?? 1 };
}

/** Text that follows a piece without an id of its own belongs to it. */
function endOf(text: string, piece: Piece): number {
  const pieces = piecesOf(text);
  const next = pieces[pieces.findIndex(({ from }) => from === piece.from) + 1];
  return next?.id === `${piece.id}+` ? next.to : piece.to;
}
