// CPU time of one certificate: our renderer beside a bare PDFKit loop that draws the same page. Both run here, one after
// the other, a few rounds each; the medians are compared. Prints one line of JSON when it is run by itself.
import * as fontkit from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { exampleFacts } from '../dist/certificates/certificate.example.js';
import { renderCertificate } from '../dist/certificates/certificate.pdf.js';
import { certificateWords } from '../dist/certificates/certificate.words.js';
import { bandHeight, bandOperators } from '../dist/typeset/woven-band.js';

const target = 1.5;
const width = 841.89;
const height = 595.28;
const syllables = ['ກາ', 'ຂຳ', 'ຄູນ', 'ງາມ', 'ຈັນ', 'ສີ', 'ດວງ', 'ນ້ຳ', 'ແກ້ວ', 'ພອນ', 'ມະນີ', 'ວົງ'];

/** Ratio of CPU time, ours to the baseline's; smaller is better. */
export async function measureCertificates({ certificates = 150, rounds = 3 } = {}) {
  const font = fontkit.create(
    readFileSync(
      createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf'),
    ),
  );
  const band = artwork();
  const ours = [];
  const bare = [];
  await cpuMilliseconds(20, (index) => renderCertificate(factsOf(index)));
  await cpuMilliseconds(20, (index) => bareCertificate(factsOf(index), font, band));
  for (let round = 0; round < rounds; round++) {
    const from = (round + 1) * certificates;
    ours.push(await cpuMilliseconds(certificates, (index) => renderCertificate(factsOf(from + index))));
    bare.push(await cpuMilliseconds(certificates, (index) => bareCertificate(factsOf(from + index), font, band)));
  }
  const value = median(ours);
  const baseline = median(bare);
  const ratio = value / baseline;
  return {
    id: 'certificate-render',
    value: round(value),
    unit: 'ms CPU',
    baseline: round(baseline),
    ratio: round(ratio),
    target,
    meets: ratio <= target,
  };
}

/** Every certificate has another name, number and code, as in a real batch; course, trainers and issuer repeat. */
function factsOf(index) {
  const facts = exampleFacts[0];
  const name = [index, index * 7 + 3, index * 5 + 1].map((at) => syllables[at % syllables.length]).join('');
  const code = `${facts.verifyCode.slice(0, -4)}${String(index).padStart(4, '0')}`;
  return {
    ...facts,
    number: `DOI-FND-2026-${String(index).padStart(4, '0')}-K`,
    person: { ...facts.person, nameLo: `${name} ${facts.person.nameLo}`, nameEn: `Officer ${index} Namjaingam` },
    verifyCode: code,
    verifyUrl: `https://khou.example.la/v/${code}`,
  };
}

/** What one would write with PDFKit alone: the same strings at the same sizes, the same frame and band, the same QR code. */
function bareCertificate(facts, font, band) {
  const words = certificateWords(facts);
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    font: null,
    info: { Title: words.number },
  });
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  doc.addContent(band);
  doc
    .rect(21, 21, width - 42, height - 42)
    .lineWidth(1.3)
    .stroke('#b7791f');
  doc
    .rect(25.5, 25.5, width - 51, height - 51)
    .lineWidth(0.5)
    .stroke('#b7791f');
  doc.registerFont('lao', font).font('lao');

  let y = 58;
  const centred = [
    [words.departmentLo, 13],
    [words.departmentEn, 9.5],
    [words.titleLo, 37],
    [words.titleEn, 12.5],
    [words.certifies, 10],
    [words.nameLo, 28],
    [words.nameEn, 15.5],
    [words.unit.join(' · '), 10.5],
    [words.did, 10],
    [words.courseLo, 15],
    [words.courseEn, 12.5],
    [words.particularsLo, 10.5],
    [words.particularsEn, 9.5],
    [words.trainersLo, 9],
    [words.trainersEn, 8.5],
    [words.support.join(' — '), 8.5],
  ];
  for (const [text, size] of centred) {
    doc.fontSize(size).fillColor('#1b2140').text(text, 74, y, { width: 694, align: 'center', lineBreak: false });
    y += size * 1.5;
  }
  doc.fontSize(8.5).text(words.issued, 74, 450, { lineBreak: false });
  words.signatures.forEach(({ lo, en }, index) => {
    doc.fontSize(10).text(lo, 100 + index * 440, 510, { lineBreak: false });
    doc.fontSize(8.5).text(en, 100 + index * 440, 525, { lineBreak: false });
  });
  doc.fontSize(9.5).text(words.number, 360, 520, { lineBreak: false });
  doc.fontSize(7).text(words.code, 350, 533, { lineBreak: false });

  const { data, size } = encode(facts.verifyUrl, { ecc: 'M', border: 0 });
  const module = 72 / (size + 8);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (data[row][column]) doc.rect(385 + column * module, 440 + row * module, module, module);
  doc.fill('#1b2140');
  doc.end();
  return ended;
}

function artwork() {
  const colours = { ground: '#1d2b53', thread: '#d9a441', light: '#f6e3b4' };
  const top = bandOperators(28.5, 28.5, width - 57, 0.94, colours);
  return `${top}${bandOperators(28.5, height - 28.5 - bandHeight(0.94), width - 57, 0.94, colours)}`;
}

async function cpuMilliseconds(count, render) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) await render(index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function round(value) {
  return Math.round(value * 1000) / 1000;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await measureCertificates()));
