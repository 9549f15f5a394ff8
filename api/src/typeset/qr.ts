import { encode } from 'uqr';
import type { Sheet } from './sheet.js';

/** Blank modules around the code that ISO/IEC 18004 asks for. */
const quiet = 4;

export interface QrPicture {
  /** Modules a side, quiet zone included. */
  readonly modules: number;
  /** One path of all dark modules, a rectangle for each run in a row, in modules from the top left. */
  readonly path: string;
}

/** A QR code of error correction level M for the text. */
export function qrPicture(text: string): QrPicture {
  return pictureOf(text, -1);
}

/** As large as the code will be, and not to be drawn: it spares the choice among the eight masks, nearly all of the time. */
export function qrOutline(text: string): QrPicture {
  return pictureOf(text, 0);
}

function pictureOf(text: string, maskPattern: number): QrPicture {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x + 1;
      while (row[end]) end++;
      path += `${x + quiet} ${y + quiet} ${end - x} 1 re\n`;
      x = end;
    }
  });
  return { modules: size + 2 * quiet, path };
}

/** Draws the code, quiet zone included, into a square of `side` points; the ground must be pale and bare. Read aloud as `alt`. */
export function drawQr(
  sheet: Sheet,
  { modules, path }: QrPicture,
  alt: string,
  x: number,
  y: number,
  side: number,
  colour: string,
): void {
  const options: FigureOptions = { alt, bbox: [x, y, x + side, y + side] };
  const picture = () => {
    sheet
      .save()
      .translate(x, y)
      .scale(side / modules)
      .fillColor(colour);
    sheet.addContent(`${path}f`).restore();
  };
  sheet.addStructure(sheet.struct('Figure', options, [picture]));
}

/** PDFKit takes the box that a figure must state; its type package does not tell. */
interface FigureOptions extends PDFKit.Mixins.StructureElementOptions {
  readonly bbox: [left: number, top: number, right: number, bottom: number];
}
