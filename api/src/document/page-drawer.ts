import type { Sheet } from '../typeset/sheet.js';
import type { DocumentModel } from './flow.js';
import type { PageLayout } from './layouts.js';
import type { Placed } from './paging.rules.js';
import { drawFurniture } from './furniture.js';
import type { Anchor, Easel, Frame, Strip } from './strips.js';
import type { Tag, TagPath } from './tags.js';

/** How far the ground of a box reaches beyond its text where it goes on overleaf. */
const overleaf = 6;

type Element = PDFKit.PDFStructureElement;
type Outline = ReturnType<Sheet['outline']['addItem']>;

/** Draws pages one after the other and keeps what grows with them: the structure, the bookmarks, the words of the head. */
export class PageDrawer {
  private readonly elements = new Map<Tag, Element>();
  private readonly roots: Element[] = [];
  private readonly anchorPages = new Map<Anchor, number>();
  private bookmark: Outline | null = null;
  private running = '';

  constructor(
    private readonly sheet: Sheet,
    private readonly model: DocumentModel,
    private readonly layout: PageLayout,
    private readonly strips: readonly Strip[],
    private readonly pages: readonly (readonly Placed[])[],
  ) {
    for (const [index, page] of pages.entries())
      for (const { index: at, repeated } of page) {
        const { anchor } = strips[at]!;
        if (anchor !== undefined && repeated === null) this.anchorPages.set(anchor, index + this.before + 1);
      }
  }

  /** Pages in all, with the cover. */
  get count(): number {
    return this.pages.length + this.before;
  }

  private get before(): number {
    return this.model.cover === null ? 0 : 1;
  }

  draw(index: number): void {
    const page = this.pages[index]!;
    const opens = page.map(({ index: at }) => this.strips[at]!.running).find((words) => words !== undefined);
    // The head says what the page begins with, unless something new begins at its very top.
    const atTop = this.strips[page[0]?.index ?? 0]?.running;
    const words = atTop ?? (this.running === '' ? (opens ?? '') : this.running);
    drawFurniture(this.easel(null), this.model, this.layout, words, index + this.before + 1, this.count);
    this.frames(page);
    for (const { index: at, repeated, y } of page) {
      const strip = this.strips[at]!;
      const top = this.layout.top + y;
      if (repeated !== null) {
        const again = strip.repeat![repeated]!;
        this.ornament(() => again.draw?.(this.silent(), top));
        continue;
      }
      if (strip.anchor !== undefined) this.arrive(strip.anchor, top);
      if (strip.running !== undefined) this.running = strip.running;
      strip.draw?.(this.easel(null), top);
    }
  }

  end(): void {
    for (const element of this.roots) element.end();
  }

  easel(root: Tag | null): Easel {
    return {
      sheet: this.sheet,
      tagged: (path, draw) => void this.element(root === null ? path : [root, ...path]).add(draw),
      ornament: (draw) => this.ornament(draw),
      pageOf: (anchor) => this.anchorPages.get(anchor) ?? 0,
    };
  }

  /** What is repeated is read once: a second time it is only ornament, and ornament holds no ornament. */
  private silent(): Easel {
    const draw = (content: () => void) => content();
    return { ...this.easel(null), tagged: (_, content) => draw(content), ornament: draw };
  }

  private ornament(draw: () => void): void {
    this.sheet.markContent('Artifact', { type: 'Layout' });
    draw();
    this.sheet.endMarkedContent();
  }

  private element(path: TagPath): Element {
    let parent: Element | null = null;
    for (const tag of path) {
      const known = this.elements.get(tag);
      const made: Element = known ?? this.made(tag);
      if (known === undefined) {
        if (parent === null) {
          this.sheet.addStructure(made);
          this.roots.push(made);
        } else parent.add(made);
        this.elements.set(tag, made);
      }
      parent = made;
    }
    return parent!;
  }

  private made({ type, lang, alt, scope }: Tag): Element {
    const options = { ...(lang && { lang }), ...(alt && { alt }), ...(scope && { scope }) };
    return this.sheet.struct(type, options as PDFKit.Mixins.StructureElementOptions);
  }

  private arrive({ id, level, title, above }: Anchor, y: number): void {
    this.sheet.addNamedDestination(id, 'XYZ', 0, y - 12, null as unknown as number);
    const words = above === null ? title : `${above}  ${title}`;
    const parent = level === 1 || this.bookmark === null ? this.sheet.outline : this.bookmark;
    const item = parent.addItem(words, { top: y - 12 } as never);
    if (level === 1) this.bookmark = item;
  }

  /** The grounds of boxes, the outer ones first; a box that goes on overleaf is open there. */
  private frames(page: readonly Placed[]): void {
    const found = new Map<Frame, { top: number; bottom: number }>();
    for (const { index, repeated, y } of page) {
      if (repeated !== null) continue;
      const { frames, height } = this.strips[index]!;
      for (const frame of frames) {
        const known = found.get(frame);
        const goesOn = (at: number) => this.strips[at]?.frames.includes(frame) === true;
        const isCut = index === page.at(-1)!.index && goesOn(index + 1);
        const comesOver = index === page[0]!.index && goesOn(index - 1);
        const top = known?.top ?? (comesOver ? y - overleaf : y);
        found.set(frame, { top, bottom: y + height + (isCut ? overleaf : 0) });
      }
    }
    for (const [{ x, width, look }, { top, bottom }] of found) {
      const y = this.layout.top + top;
      this.ornament(() => {
        this.sheet.rect(x, y, width, bottom - top).fill(look.fill);
        if (look.edge !== null)
          this.sheet
            .lineWidth(0.7)
            .rect(x, y, width, bottom - top)
            .stroke(look.edge);
        if (look.bar !== look.fill) this.sheet.rect(x, y, 4, bottom - top).fill(look.bar);
      });
    }
  }
}
