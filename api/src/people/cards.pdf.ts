import { deflateSync } from 'node:zlib';
import type { PlainDate } from '../kernel/dates.js';
import { type Language, longDay } from '../typeset/days.rules.js';
import { fittedOrCut, type Hand, widthOf, write } from '../typeset/pen.js';
import { drawQr, qrPicture } from '../typeset/qr.js';
import { a4, bytesOf, newSheet, type PackedPicture, type Sheet, stamp } from '../typeset/sheet.js';
import { bandHeight, bandOperators } from '../typeset/woven-band.js';

/** What a printed sign-in card tells its owner, and nobody else is to read. */
export interface SignInCard {
  readonly nameLo: string;
  readonly nameEn: string | null;
  readonly unitLo: string | null;
  readonly unitEn: string | null;
  readonly userName: string;
  /** Single-use activation code; printed in groups of four. */
  readonly code: string;
  /** What the QR code opens: the activation page with the code filled in. */
  readonly activationUrl: string;
  readonly expiresOn: PlainDate;
  /** Also the date inside the PDF: the newest of its cards. */
  readonly issuedOn: PlainDate;
}

/** The Lao words are drafts until a native speaker has approved them. */
const words = {
  title: 'ບັດເຂົ້າສູ່ລະບົບ · Sign-in card',
  userName: 'ຊື່ຜູ້ໃຊ້ · User name',
  code: 'ລະຫັດເປີດໃຊ້ · Activation code',
  valid: { lo: 'ໃຊ້ໄດ້ເຖິງ', en: 'Valid until' },
  stepLo: (host: string) => `ສະແກນ QR ຫຼື ເປີດ ${host} ແລ້ວຕັ້ງ PIN ຂອງທ່ານ. ໃຊ້ໄດ້ເທື່ອດຽວ, ຢ່າໃຫ້ຜູ້ອື່ນ.`,
  stepEn: (host: string) => `Scan, or open ${host}, and choose your own PIN. Works once; give it to nobody.`,
} as const;

const colours = {
  ink: '#1b2140',
  quiet: '#5a6079',
  indigo: '#1d2b53',
  line: '#b9b4a6',
  thread: '#d9a441',
  light: '#f6e3b4',
} as const;
const card = { width: 263, height: 196, across: 2, down: 4 } as const;
const left = (a4.short - card.across * card.width) / 2;
const top = (a4.long - card.down * card.height) / 2;
const padding = 13;
const side = 86;
const thread = 0.42;
const labels = 94;

/** Cards as a PDF, A4 portrait, eight a page in two columns with cut marks. The same cards give the same bytes. */
export async function renderCards(cards: readonly SignInCard[]): Promise<Buffer> {
  const newest = cards
    .map(({ issuedOn }) => issuedOn)
    .sort()
    .at(-1);
  if (newest === undefined) throw new RangeError('There are no cards to print');
  const sheet = newSheet({
    title: words.title,
    author: 'Khou',
    subject: `${cards.length} sign-in cards`,
    language: 'lo',
    at: new Date(`${newest}T00:00:00Z`),
    layout: 'portrait',
  });
  const each = card.across * card.down;
  cards.forEach((content, index) => {
    if (index > 0 && index % each === 0) sheet.addPage();
    if (index % each === 0) cutMarks(sheet);
    const place = index % each;
    drawCard(
      sheet,
      content,
      left + (place % card.across) * card.width,
      top + Math.floor(place / card.across) * card.height,
    );
  });
  return bytesOf(sheet);
}

function drawCard(sheet: Sheet, content: SignInCard, x: number, y: number): void {
  sheet.markContent('Artifact', { type: 'Layout' });
  sheet.save().translate(x + padding, y + padding);
  stamp(sheet, 'Band', band());
  sheet.restore().endMarkedContent();

  const textX = x + padding + side + 9;
  const width = card.width - 2 * padding - side - 9;
  let at = y + padding + bandHeight(thread) + 11;
  const put = (text: string | null, hand: Hand, least: number, lines: number, above: number): void => {
    if (text === null) return;
    const set = fittedOrCut(text, hand, { width, least, lines });
    at += above + set.size;
    at = write(sheet, 'P', set.lines, { ...hand, size: set.size }, { x: textX, y: at, width }).y + set.size * 0.2;
  };
  put(words.title, { face: 'sans-semibold', size: 7.5, colour: colours.indigo }, 6, 1, 0);
  put(content.nameLo, { face: 'sans-semibold', size: 13, colour: colours.ink, leading: 1.4 }, 9, 2, 5);
  put(content.nameEn, { face: 'sans-regular', size: 9.5, colour: colours.ink, lang: 'en', leading: 1.3 }, 7, 2, 2.5);
  put(
    content.unitLo ?? content.unitEn,
    { face: 'sans-regular', size: 7.5, colour: colours.quiet, leading: 1.4 },
    6,
    2,
    3,
  );

  const pictureY = y + padding + bandHeight(thread) + 5;
  drawQr(sheet, qrPicture(content.activationUrl), content.activationUrl, x + padding - 4, pictureY, side, colours.ink);
  lowerHalf(sheet, content, x + padding, y + card.height - padding);
}

/** What to type, how long it holds and what to do with it: over the whole width, stacked up from the lower edge. */
function lowerHalf(sheet: Sheet, content: SignInCard, x: number, bottom: number): void {
  const width = card.width - 2 * padding;
  const { host } = new URL(content.activationUrl);
  const small = (size: number, lang: Language, colour: string = colours.quiet): Hand => ({
    face: 'sans-regular',
    size,
    colour,
    lang,
    leading: 1.4,
  });
  const strong = (size: number): Hand => ({
    face: 'sans-semibold',
    size,
    colour: colours.ink,
    lang: 'en',
    tracking: 0.4,
  });
  let edge = bottom;
  const put = (text: string, hand: Hand, least: number, lines: number): void => {
    const set = fittedOrCut(text, hand, { width, least, lines });
    const leading = set.size * (hand.leading ?? 1.4);
    const y = edge - set.size * 0.3 - (set.lines.length - 1) * leading;
    write(sheet, 'P', set.lines, { ...hand, size: set.size }, { x, y, width });
    edge = y - set.size * 1.15;
  };
  const labelled = (label: string, value: string, size: number, least: number): void => {
    // What must be typed is never cut: a value too long for its place beside the label takes the label's place.
    const alone = widthOf(value, strong(least)) > width - labels;
    const room = alone ? width : width - labels;
    const set = fittedOrCut(value, strong(size), { width: room - 0.4 * value.length, least, lines: 1 });
    const y = edge - 4;
    if (!alone) write(sheet, 'P', [label], small(6.5, 'lo'), { x, y, width: labels });
    write(sheet, 'P', set.lines, strong(set.size), { x: x + width - room, y, width: room });
    edge = y - size;
  };
  put(words.stepEn(host), small(6.2, 'en'), 4.8, 2);
  put(words.stepLo(host), small(6.8, 'lo', colours.ink), 5.2, 2);
  put(
    (['lo', 'en'] as const)
      .map((language) => `${words.valid[language]} ${longDay(content.expiresOn, language)}`)
      .join(' · '),
    small(6.5, 'lo'),
    5.5,
    1,
  );
  labelled(
    words.code,
    content.code
      .replace(/[^A-Za-z0-9]/g, '')
      .match(/.{1,4}/g)!
      .join(' '),
    13,
    9,
  );
  labelled(words.userName, content.userName, 10.5, 5.5);
}

let drawn: PackedPicture | undefined;

function band(): PackedPicture {
  const width = card.width - 2 * padding;
  const operators = () =>
    bandOperators(0, 0, width, thread, { ground: colours.indigo, thread: colours.thread, light: colours.light });
  drawn ??= { width, height: bandHeight(thread), packed: deflateSync(operators(), { level: 9 }) };
  return drawn;
}

/** Short strokes in the margins, one at each end of every cut; nothing is drawn on the cards themselves. */
function cutMarks(sheet: Sheet): void {
  const reach = 14;
  const gap = 4;
  const right = left + card.across * card.width;
  const bottom = top + card.down * card.height;
  sheet.markContent('Artifact', { type: 'Layout' });
  sheet.lineWidth(0.5);
  for (let column = 0; column <= card.across; column++) {
    const x = left + column * card.width;
    sheet
      .moveTo(x, top - gap)
      .lineTo(x, top - gap - reach)
      .moveTo(x, bottom + gap)
      .lineTo(x, bottom + gap + reach);
  }
  for (let row = 0; row <= card.down; row++) {
    const y = top + row * card.height;
    sheet
      .moveTo(left - gap, y)
      .lineTo(left - gap - reach, y)
      .moveTo(right + gap, y)
      .lineTo(right + gap + reach, y);
  }
  sheet.stroke(colours.line).endMarkedContent();
}
