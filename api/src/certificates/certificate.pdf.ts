import { write } from '../typeset/pen.js';
import { drawQr, type QrPicture, qrOutline, qrPicture } from '../typeset/qr.js';
import { bytesOf, newSheet, type Sheet, stamp } from '../typeset/sheet.js';
import { typeface } from '../typeset/families.js';
import { area, artwork, colours } from './certificate.artwork.js';
import { centre, type Foot, measure, setFoot } from './certificate.captions.js';
import { type SetPiece, setColumn } from './certificate.column.js';
import { type CertificateFacts, checkedFacts, type FactFault, FactsUnfit } from './certificate.facts.js';
import { type CertificateWords, certificateWords } from './certificate.words.js';

/**
 * The certificate as a PDF, A4 landscape, in Lao and English. Pure: the same facts give the same bytes. Throws
 * `FactsUnfit`, naming the path, when the facts are not of the shape, hold letters that no typeface here draws, or a
 * text is too long for its place even at the least size.
 */
export async function renderCertificate(given: unknown): Promise<Buffer> {
  const page = composed(checkedFacts(given));
  const { facts, words } = page;
  const sheet = newSheet({
    title: `${words.number} – ${words.titleLo} – ${facts.person.nameLo}`,
    author: facts.issuer.departmentEn,
    subject: `${facts.course.titleEn}, version ${facts.course.versionLabel}`,
    language: 'lo',
    at: new Date(`${facts.issuedOn}T00:00:00Z`),
    layout: 'landscape',
  });
  draw(sheet, page);
  return bytesOf(sheet);
}

/** Several certificates as one document, a page each; `between` is awaited after every page. */
export async function bundleCertificates(given: readonly unknown[], between: () => Promise<unknown>): Promise<Buffer> {
  const pages = given.map((facts) => composed(checkedFacts(facts)));
  const [first] = pages;
  if (first === undefined) throw new RangeError('There are no certificates to print');
  const newest = pages
    .map(({ facts }) => facts.issuedOn)
    .sort()
    .at(-1);
  const sheet = newSheet({
    title: `${first.words.number} – ${pages.at(-1)!.words.number}`,
    author: first.facts.issuer.departmentEn,
    subject: `${pages.length} certificates`,
    language: 'lo',
    at: new Date(`${newest}T00:00:00Z`),
    layout: 'landscape',
  });
  for (const [index, page] of pages.entries()) {
    if (index > 0) sheet.addPage();
    draw(sheet, page);
    await between();
  }
  return bytesOf(sheet);
}

/** What keeps the certificate from being printed; empty: it can be. Costs a fraction of printing it. */
export function certificateFaults(given: unknown): readonly FactFault[] {
  try {
    const facts = checkedFacts(given);
    composed(facts, qrOutline(facts.verifyUrl));
    return [];
  } catch (failure) {
    if (failure instanceof FactsUnfit) return failure.faults;
    throw failure;
  }
}

interface Page {
  readonly facts: CertificateFacts;
  readonly words: CertificateWords;
  readonly qr: QrPicture;
  readonly foot: Foot;
  readonly column: readonly SetPiece[];
}

function composed(facts: CertificateFacts, qr: QrPicture = qrPicture(facts.verifyUrl)): Page {
  refuseUndrawable(facts);
  const words = certificateWords(facts);
  const foot = setFoot(words, qr.modules);
  return { facts, words, qr, foot, column: setColumn(words, measure, area.top, foot.top) };
}

function draw(sheet: Sheet, { facts, qr, foot, column }: Page): void {
  const { top, side, captions, rules } = foot;
  sheet.markContent('Artifact', { type: 'Layout' });
  stamp(sheet, 'Artwork', artwork());
  const title = column.findIndex(({ tag }) => tag === 'H1') + 1;
  ornament(sheet, column[title]!.end, column[title + 1]!.top);
  // Room above each line is for hand and seal; neither is ever drawn.
  for (const { x, y, width } of rules)
    sheet
      .lineWidth(0.6)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(colours.ink);
  sheet.endMarkedContent();
  for (const { tag, lines, hand, y } of column)
    write(sheet, tag, lines, hand, { x: area.left, y, width: measure, align: 'centre' });
  for (const { lines, hand, block } of captions) write(sheet, 'P', lines, hand, block);
  drawQr(sheet, qr, facts.verifyUrl, centre - side / 2, top, side, colours.ink);
}

/** Under the title, where there is room: a rule that opens into a lozenge, the smallest figure of the band. */
function ornament(sheet: Sheet, from: number, to: number): void {
  if (to - from < 10) return;
  const y = (from + to) / 2 + 1;
  const reach = 46;
  sheet
    .lineWidth(0.6)
    .moveTo(centre - reach, y)
    .lineTo(centre - 7, y)
    .moveTo(centre + 7, y)
    .lineTo(centre + reach, y)
    .stroke(colours.frame);
  sheet.polygon([centre - 4, y], [centre, y - 4], [centre + 4, y], [centre, y + 4]).fill(colours.frame);
}

/** No box in place of a letter: what cannot be drawn is refused, with the letter and where it stands. */
function refuseUndrawable(facts: CertificateFacts): void {
  const face = typeface('serif-regular');
  const faults: FactFault[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      const missing = face.missing(value);
      if (missing.length > 0)
        faults.push({ path, message: `holds letters that the typeface does not have: ${missing.join(' ')}` });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) walk(part, path === '' ? key : `${path}.${key}`);
    }
  };
  walk(facts, '');
  if (faults.length > 0) throw new FactsUnfit(faults);
}
