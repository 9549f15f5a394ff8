import PDFDocument from 'pdfkit';
import { type TypefaceName, typeface } from './families.js';

export interface SheetFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47, the language of what is not marked otherwise. */
  readonly language: string;
  /** Written as the date of making: it belongs to the facts, because the same facts give the same bytes. */
  readonly at: Date;
  readonly layout: 'portrait' | 'landscape';
}

/** The parts of PDFKit that its type package does not tell of. */
interface Internals {
  _addInfo(): void;
  appendXML(xml: string): void;
  info: Record<string, unknown>;
  page: { xobjects: Record<string, PDFKit.PDFKitReference> };
}

export type Sheet = PDFKit.PDFDocument;

/** A4, in points. */
export const a4 = { long: 841.89, short: 595.28 } as const;

/** An empty, tagged A4 document whose bytes depend on nothing but what is drawn on it. */
export function newSheet(facts: SheetFacts): Sheet {
  const options = {
    size: 'A4',
    layout: facts.layout,
    margin: 0,
    pdfVersion: '1.7' as const,
    lang: facts.language,
    tagged: true,
    displayTitle: true,
    // No standard font: every letter on the page is drawn by an embedded typeface.
    font: null as unknown as string,
    info: {
      Producer: 'Khou',
      Creator: 'Khou',
      Title: facts.title,
      Author: facts.author,
      Subject: facts.subject,
      CreationDate: facts.at,
    },
  };
  const sheet = new PDFDocument(options);
  const internals = sheet as unknown as Internals;
  // PDFKit writes the names into XML as they are; a title may hold an ampersand.
  internals._addInfo = () => internals.appendXML(description(facts));
  return sheet;
}

/** Ends the document and answers its bytes. */
export async function bytesOf(sheet: Sheet): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  sheet.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => sheet.once('end', resolve).once('error', reject));
  sheet.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Makes a typeface current; each is embedded once in a document, with the glyphs used. */
export function setType(sheet: Sheet, name: TypefaceName, size: number): void {
  const registered = (sheet as unknown as { _registeredFonts: Record<string, unknown> })._registeredFonts;
  if (registered[name] === undefined) sheet.registerFont(name, typeface(name) as unknown as Buffer);
  sheet.font(name, size);
}

/** Draws a picture that was compressed beforehand: operators in points, the origin at the top left of the page. */
export function stamp(sheet: Sheet, name: string, picture: PackedPicture): void {
  const { xobjects } = (sheet as unknown as Internals).page;
  if (xobjects[name] === undefined) {
    const form = sheet.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, picture.width, picture.height],
      Filter: 'FlateDecode',
    });
    form.end(picture.packed);
    xobjects[name] = form;
  }
  sheet.addContent(`/${name} Do`);
}

export interface PackedPicture {
  readonly width: number;
  readonly height: number;
  /** Deflated content operators. */
  readonly packed: Buffer;
}

function description({ title, author, subject, language, at }: SheetFacts): string {
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title>${alternative(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${at.toISOString().slice(0, 19)}Z</xmp:CreateDate>
<xmp:CreatorTool>Khou</xmp:CreatorTool>
<pdf:Producer>Khou</pdf:Producer>
</rdf:Description>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
