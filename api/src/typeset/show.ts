import type { Sheet } from './sheet.js';
import type { ShapedText } from './typeface.js';

/** What PDFKit keeps about the current font and its type package does not tell of. */
interface CurrentFont {
  readonly _fontSize: number;
  readonly _font: {
    readonly id: string;
    ref(): PDFKit.PDFKitReference;
    encode(text: string, features: readonly string[]): [codes: string[], positions: unknown];
  };
  readonly page: { readonly height: number; readonly fonts: Record<string, PDFKit.PDFKitReference> };
}

const lao = /\p{Script=Lao}/u;

/**
 * Shows one shaped line with its first glyph's origin at (x, y), points from the top left. Each Lao word is marked with
 * its ActualText (ISO 32000-1, 14.9.4), so that a reader that reorders marks by their place still copies the word as it
 * was typed; the mark stands inside the text object, because readers take the place of the word from there.
 */
export function showLine(sheet: Sheet, line: string, shaped: ShapedText, x: number, y: number, tracking: number): void {
  const { _font: font, _fontSize: size, page } = sheet as unknown as CurrentFont;
  // Features, though none: without them PDFKit would have the line shaped in pieces.
  const [codes] = font.encode(line, []);
  page.fonts[font.id] ??= font.ref();

  const operators = new GlyphOperators(size);
  let marked = false;
  shaped.glyphs.forEach((glyph, index) => {
    const offset = shaped.clusters[index]!;
    if (offset !== shaped.clusters[index - 1] && beginsWord(line, offset)) {
      if (marked) operators.end();
      const word = wordAt(line, offset);
      marked = lao.test(word);
      if (marked) operators.begin(word);
    }
    operators.show(codes[index]!, shaped.positions[index]!, glyph.advanceWidth);
  });
  if (marked) operators.end();

  sheet.addContent(`q 1 0 0 -1 0 ${number(page.height)} cm BT
/${font.id} ${number(size)} Tf${tracking === 0 ? '' : ` ${number(tracking)} Tc`} 1 0 0 1 ${number(x)} ${number(page.height - y)} Tm
${operators.text()}ET Q`);
}

/** Gathers glyphs into as few TJ operators as the marks' heights and the words allow. */
export class GlyphOperators {
  private written = '';
  private array = '';
  private codes = '';
  private pending = 0;
  private rise = 0;

  constructor(private readonly size: number) {}

  show(
    code: string,
    { xAdvance, xOffset, yOffset }: { xAdvance: number; xOffset: number; yOffset: number },
    width: number,
  ): void {
    if (yOffset !== this.rise) {
      this.flush();
      this.rise = yOffset;
      this.written += `${number((yOffset * this.size) / 1000)} Ts\n`;
    }
    this.pending -= xOffset;
    if (this.pending !== 0) {
      this.closeCodes();
      this.array += `${number(this.pending)}`;
    }
    this.codes += code;
    this.pending = width + xOffset - xAdvance;
  }

  begin(word: string): void {
    this.flush();
    this.written += `/Span <</ActualText <feff${Buffer.from(word, 'utf16le').swap16().toString('hex')}>>> BDC\n`;
  }

  end(): void {
    this.flush();
    this.written += 'EMC\n';
  }

  text(): string {
    this.flush();
    return this.rise === 0 ? this.written : `${this.written}0 Ts\n`;
  }

  private flush(): void {
    this.closeCodes();
    if (this.array === '') return;
    this.written += `[${this.array}] TJ\n`;
    this.array = '';
  }

  private closeCodes(): void {
    if (this.codes === '') return;
    this.array += `<${this.codes}>`;
    this.codes = '';
  }
}

function beginsWord(line: string, offset: number): boolean {
  return offset === 0 || (line[offset - 1] === ' ' && line[offset] !== ' ');
}

/** The word with the space after it: pdfium loses a space that stands between two marked words of which the first ends in a mark. */
function wordAt(line: string, offset: number): string {
  return /^\S* */.exec(line.slice(offset))![0];
}

/** A figure as content streams have it. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
