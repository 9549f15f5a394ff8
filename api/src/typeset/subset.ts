import { type Sfnt, sfntOf, table } from './sfnt.js';

/** A glyph as it stands in one place of a text: two places that read differently are two slots, though they look alike. */
export interface Slot {
  readonly font: Sfnt;
  readonly glyph: number;
  readonly advanceWidth: number;
}

const compositeFlags = {
  wordArguments: 0x0001,
  scale: 0x0008,
  more: 0x0020,
  xyScale: 0x0040,
  twoByTwo: 0x0080,
  instructions: 0x0100,
};

/**
 * The glyphs that one PDF uses, as a TrueType font of their own. Several font files of one design (Lao here, Latin
 * there) come out as one font, and hints are left out: paper and modern viewers do not use them, and they are half of the bytes.
 */
export class GlyphSubset {
  private readonly slots: Slot[] = [];
  private readonly places = new Map<Slot, number>();
  private readonly components = new Map<Sfnt, Map<number, Slot>>();

  constructor(private readonly first: Sfnt) {
    this.place({ font: first, glyph: 0, advanceWidth: advanceWidth(first, 0) });
  }

  /** The number of the glyph within the subset: the CID that the page's text is written in. */
  place(slot: Slot): number {
    const known = this.places.get(slot);
    if (known !== undefined) return known;
    this.places.set(slot, this.slots.length);
    return this.slots.push(slot) - 1;
  }

  encode(): Buffer {
    const outlines: Buffer[] = [];
    // Parts of composite glyphs join the list while it is walked.
    for (let index = 0; index < this.slots.length; index++) outlines.push(this.outline(this.slots[index]!));
    const count = outlines.length;

    const offsets = Buffer.alloc(4 * (count + 1));
    const metrics = Buffer.alloc(4 * count);
    let offset = 0;
    outlines.forEach((outline, index) => {
      const slot = this.slots[index]!;
      metrics.writeUInt16BE(slot.advanceWidth, 4 * index);
      metrics.writeInt16BE(leftSideBearing(slot), 4 * index + 2);
      offset += outline.length;
      offsets.writeUInt32BE(offset, 4 * (index + 1));
    });

    const head = Buffer.from(table(this.first.tables, 'head'));
    head.writeInt16BE(1, 50);
    const horizontal = Buffer.from(table(this.first.tables, 'hhea'));
    horizontal.writeUInt16BE(count, 34);
    const maxima = Buffer.from(table(this.first.tables, 'maxp'));
    maxima.writeUInt16BE(count, 4);
    return sfntOf(
      new Map([
        ['head', head],
        ['hhea', horizontal],
        ['maxp', maxima],
        ['hmtx', metrics],
        ['loca', offsets],
        ['glyf', Buffer.concat(outlines)],
      ]),
    );
  }

  private outline(slot: Slot): Buffer {
    const source = glyphData(slot.font, slot.glyph);
    if (source.length === 0) return source;
    return source.readInt16BE(0) < 0 ? this.composite(slot.font, source) : withoutHints(source);
  }

  private composite(font: Sfnt, source: Buffer): Buffer {
    const copy = Buffer.from(source);
    let at = 10;
    for (;;) {
      const flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(flags & ~compositeFlags.instructions, at);
      copy.writeUInt16BE(this.place(this.component(font, copy.readUInt16BE(at + 2))), at + 2);
      at += 4 + (flags & compositeFlags.wordArguments ? 4 : 2);
      if (flags & compositeFlags.scale) at += 2;
      else if (flags & compositeFlags.xyScale) at += 4;
      else if (flags & compositeFlags.twoByTwo) at += 8;
      if (!(flags & compositeFlags.more)) return even(copy.subarray(0, at));
    }
  }

  private component(font: Sfnt, glyph: number): Slot {
    const known = this.components.get(font) ?? new Map<number, Slot>();
    this.components.set(font, known);
    const slot = known.get(glyph) ?? { font, glyph, advanceWidth: advanceWidth(font, glyph) };
    known.set(glyph, slot);
    return slot;
  }
}

/** The advance width of a glyph in font units, as `hmtx` states it. */
export function advanceWidth(font: Sfnt, glyph: number): number {
  const last = table(font.tables, 'hhea').readUInt16BE(34) - 1;
  return table(font.tables, 'hmtx').readUInt16BE(4 * Math.min(glyph, last));
}

function leftSideBearing({ font, glyph }: Slot): number {
  const metrics = table(font.tables, 'hmtx');
  const full = table(font.tables, 'hhea').readUInt16BE(34);
  return metrics.readInt16BE(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full));
}

function glyphData(font: Sfnt, glyph: number): Buffer {
  const locations = table(font.tables, 'loca');
  const long = table(font.tables, 'head').readInt16BE(50) === 1;
  const from = long ? locations.readUInt32BE(4 * glyph) : 2 * locations.readUInt16BE(2 * glyph);
  const to = long ? locations.readUInt32BE(4 * glyph + 4) : 2 * locations.readUInt16BE(2 * glyph + 2);
  return table(font.tables, 'glyf').subarray(from, to);
}

/** A simple glyph without its instructions; https://learn.microsoft.com/typography/opentype/spec/glyf. */
function withoutHints(source: Buffer): Buffer {
  const at = 10 + 2 * source.readInt16BE(0);
  const instructions = source.readUInt16BE(at);
  if (instructions === 0) return even(source);
  return even(Buffer.concat([source.subarray(0, at), Buffer.from([0, 0]), source.subarray(at + 2 + instructions)]));
}

function even(bytes: Buffer): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from([0])]);
}
