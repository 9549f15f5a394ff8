import * as harfbuzz from 'harfbuzzjs';
import { type Break, breaksOf } from './breaks.rules.js';
import { readings } from './clusters.rules.js';
import type { Measured } from './lines.rules.js';
import { type Run, runsOf, undrawable } from './runs.rules.js';
import { readSfnt, type Sfnt, table } from './sfnt.js';
import { advanceWidth, GlyphSubset, type Slot } from './subset.js';

/** A glyph that knows what it reads as. `id` is its number in the typeface; PDFKit writes `codePoints` to ToUnicode. */
interface Glyph extends Slot {
  readonly id: number;
  readonly codePoints: readonly number[];
}

interface Position {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  /** For each glyph: the UTF-16 offset of the letters it belongs to. */
  readonly clusters: readonly number[];
  /** Thousandths of an em. */
  readonly advanceWidth: number;
  /** For each UTF-16 offset of the text, 0 to its length: its distance from the beginning, in ems. */
  readonly edges: Float64Array;
}

interface Part {
  readonly sfnt: Sfnt;
  readonly font: harfbuzz.Font;
  readonly covers: (codePoint: number) => boolean;
}

const languages = { Laoo: 'lo', Latn: 'en' } as const;
const buffer = new harfbuzz.Buffer();
/** Answers kept of each kind: the words of a long book in two languages, about 20 MB at worst. */
const remembered = 16_384;

/**
 * One weight of a type family: one or more font files of the same design, shaped by HarfBuzz and embedded in a PDF as
 * one font. It has the shape of a parsed fontkit font, so PDFKit takes it as it is and never lays Lao out by itself.
 */
export class Typeface {
  readonly unitsPerEm = 1000;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly bbox: { minX: number; minY: number; maxX: number; maxY: number };
  readonly italicAngle = 0;
  readonly post = { isFixedPitch: false };
  readonly head = { macStyle: { italic: false } };
  private readonly parts: readonly Part[];
  private readonly covers: readonly ((codePoint: number) => boolean)[];
  private readonly glyphs: Glyph[] = [];
  private readonly glyphNumbers = new Map<string, Glyph>();
  private readonly shapedTexts = new Map<string, ShapedText>();
  private readonly measuredTexts = new Map<string, Measured>();

  constructor(
    readonly postscriptName: string,
    files: readonly Buffer[],
  ) {
    this.parts = files.map(partOf);
    this.covers = this.parts.map((part) => part.covers);
    const { tables } = this.parts[0]!.sfnt;
    const horizontal = table(tables, 'hhea');
    const os2 = table(tables, 'OS/2');
    this.ascent = horizontal.readInt16BE(4);
    this.descent = horizontal.readInt16BE(6);
    this.lineGap = horizontal.readInt16BE(8);
    this.xHeight = os2.readInt16BE(86);
    this.capHeight = os2.readInt16BE(88);
    this.bbox = boundsOf(this.parts);
  }

  /** What PDFKit calls for every text it writes. */
  layout(text: string): ShapedText {
    return this.shaped(text);
  }

  getGlyph(glyph: number): { advanceWidth: number } {
    return { advanceWidth: advanceWidth(this.parts[0]!.sfnt, glyph) };
  }

  createSubset(): { includeGlyph(id: number): number; encode(): Uint8Array } {
    const subset = new GlyphSubset(this.parts[0]!.sfnt);
    return {
      includeGlyph: (id) => subset.place(this.glyphs[id]!),
      encode: () => subset.encode(),
    };
  }

  /** The width of a text in points. */
  width(text: string, size: number): number {
    return (this.shaped(text).advanceWidth * size) / 1000;
  }

  measured(text: string): Measured {
    return recalled(this.measuredTexts, text, () => {
      const breaks: readonly Break[] = breaksOf(text);
      return { text, breaks, edges: this.shaped(text).edges };
    });
  }

  /** The letters of a text that this typeface cannot draw, each once. */
  missing(text: string): string[] {
    return undrawable(text, this.covers);
  }

  private shaped(text: string): ShapedText {
    return recalled(this.shapedTexts, text, () => this.shape(text));
  }

  private shape(text: string): ShapedText {
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    const clusters: number[] = [];
    const edges = new Float64Array(text.length + 1);
    let x = 0;
    for (const run of runsOf(text, this.covers)) {
      const part = this.parts[run.font]!;
      const shaped = shapeRun(part.font, text, run);
      for (let first = 0; first < shaped.length;) {
        let next = first + 1;
        while (next < shaped.length && shaped[next]!.cluster === shaped[first]!.cluster) next++;
        const from = shaped[first]!.cluster;
        const to = shaped[next]?.cluster ?? run.to;
        const reads = readings(text.slice(from, to), next - first);
        const start = x;
        for (let index = first; index < next; index++) {
          const { glyph, xAdvance, xOffset, yOffset } = shaped[index]!;
          glyphs.push(this.glyph(part.sfnt, run.font, glyph, reads[index - first]!));
          positions.push({ xAdvance, yAdvance: 0, xOffset, yOffset });
          clusters.push(from);
          x += xAdvance;
        }
        // Within a cluster nothing breaks, but a cut may be measured at its end.
        edges.fill(start / 1000, from, to);
        edges.fill(x / 1000, to);
        first = next;
      }
    }
    return { glyphs, positions, clusters, advanceWidth: x, edges };
  }

  private glyph(font: Sfnt, part: number, glyph: number, reading: string): Glyph {
    const key = `${part}/${glyph}/${reading}`;
    const known = this.glyphNumbers.get(key);
    if (known !== undefined) return known;
    const codePoints = Array.from(reading, (letter) => letter.codePointAt(0)!);
    const made = { id: this.glyphs.length, font, glyph, advanceWidth: advanceWidth(font, glyph), codePoints };
    this.glyphs.push(made);
    this.glyphNumbers.set(key, made);
    return made;
  }
}

function partOf(file: Buffer): Part {
  const sfnt = readSfnt(file);
  // PDFKit scales the positions it is given in place; with 1000 units to the em that changes nothing, so runs can be kept.
  if (sfnt.unitsPerEm !== 1000) throw new Error('Typefaces are expected to have 1000 units to the em');
  const face = new harfbuzz.Face(new harfbuzz.Blob(sfnt.bytes));
  const drawn = new Set(face.collectUnicodes());
  return { sfnt, font: new harfbuzz.Font(face), covers: (codePoint) => drawn.has(codePoint) };
}

function shapeRun(font: harfbuzz.Font, text: string, run: Run) {
  buffer.reset();
  buffer.addText(text, run.from, run.to - run.from);
  buffer.setDirection(harfbuzz.Direction.LTR);
  buffer.setScript(run.script);
  buffer.setLanguage(languages[run.script]);
  harfbuzz.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer
    .getGlyphInfos()
    .map(({ codepoint, cluster }, index) => ({ glyph: codepoint, cluster, ...positions[index]! }));
}

function boundsOf(parts: readonly Part[]) {
  const heads = parts.map((part) => table(part.sfnt.tables, 'head'));
  return {
    minX: Math.min(...heads.map((head) => head.readInt16BE(36))),
    minY: Math.min(...heads.map((head) => head.readInt16BE(38))),
    maxX: Math.max(...heads.map((head) => head.readInt16BE(40))),
    maxY: Math.max(...heads.map((head) => head.readInt16BE(42))),
  };
}

/** Keeps the answers for the texts asked last; a batch of certificates repeats most of its lines. */
function recalled<Value>(answers: Map<string, Value>, text: string, answer: () => Value): Value {
  const known = answers.get(text);
  if (known !== undefined) return known;
  if (answers.size >= remembered) answers.delete(answers.keys().next().value!);
  const made = answer();
  answers.set(text, made);
  return made;
}
