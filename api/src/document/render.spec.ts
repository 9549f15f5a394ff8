import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import type { DocumentModel, Flow } from './flow.js';
import { renderDocument } from './render.js';

const lao = 'ນ້ຳ ນໍ້າ ກື້ ຜູ້ ຊຶ່ງ ຫຼຸ່ມ ໝໍ້ ເຈົ້າໜ້າທີ່ປະຈຳດ່ານກວດເອກະສານເດີນທາງ ແລະ ບັນທຶກໄວ້';
const long = 'The officer greets, takes the document, checks it in a fixed order, compares the face and then decides.';

function paragraphs(count: number): Flow[] {
  return Array.from({ length: count }, (_, index): Flow => ({
    kind: 'paragraph',
    lang: 'en',
    text: [{ text: `${index} ${long}` }],
  }));
}

function document(flow: readonly Flow[], more: Partial<DocumentModel> = {}): DocumentModel {
  return {
    title: 'Test',
    subject: 'test',
    author: 'Khou',
    lang: 'lo',
    at: new Date('2026-10-12T00:00:00Z'),
    layout: 'portrait',
    size: 11,
    cover: null,
    head: 'Head of pages',
    foot: { left: 'Foot', mark: null, page: (number, of) => `Page ${number} of ${of}` },
    flow,
    ...more,
  };
}

const everything: Flow[] = [
  { kind: 'contents', depth: 2 },
  {
    kind: 'heading',
    level: 1,
    text: [{ text: 'First chapter' }],
    lang: 'en',
    above: 'M01',
    aside: '90 min',
    listed: 'First chapter',
  },
  {
    kind: 'paragraph',
    lang: 'lo',
    text: [{ text: lao }, { text: ' ເນັ້ນ', emphasis: true }, { text: ' ໜັກ', strong: true }],
  },
  {
    kind: 'list',
    lang: 'en',
    items: [
      { marker: 'number', flow: paragraphs(1) },
      { marker: 'box', flow: paragraphs(1) },
    ],
  },
  {
    kind: 'table',
    lang: 'en',
    columns: [{}, { align: 'right' }],
    head: [paragraphs(1), paragraphs(1)],
    rows: Array.from({ length: 30 }, () => ({ cells: [paragraphs(1), paragraphs(1)] })),
  },
  {
    kind: 'box',
    tone: 'trainer',
    lang: 'en',
    label: 'For the trainer',
    title: null,
    aside: null,
    flow: paragraphs(40),
  },
  { kind: 'code', text: 'L898902C36UTO7408122F1204159ZE184226B<<<<<10' },
  { kind: 'fields', labels: ['Name', 'Post'], lang: 'en' },
  { kind: 'heading', level: 2, text: [{ text: 'A section' }], lang: 'en', listed: 'A section' },
  ...paragraphs(30),
];

function copied(pdf: Buffer, ...options: string[]): string | null {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) {
    console.warn('skipped: pdftotext (poppler) is not installed');
    return null;
  }
  return execFileSync('pdftotext', [...options, '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });
}

describe('a document', () => {
  it('has the same bytes when it is made again', async () => {
    const [first, second] = [await renderDocument(document(everything)), await renderDocument(document(everything))];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.pages).toBeGreaterThan(5);
  });

  it('copies out as the text that went in, Lao marks and all', async () => {
    const text = copied((await renderDocument(document(everything))).bytes, '-raw');
    if (text === null) return;
    const solid = text.replace(/\s/g, '');
    for (const line of [
      lao,
      'ເນັ້ນ',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'FOR THE TRAINER',
      '29 The officer greets',
    ])
      expect(solid).toContain(line.replace(/\s/g, ''));
  });

  it('numbers its pages and says in its contents where things stand', async () => {
    const { bytes, pages } = await renderDocument(document(everything));
    const text = copied(bytes, '-layout');
    if (text === null) return;
    const all = text.split('\f');
    expect(all[0]).toMatch(/First chapter\s+2/);
    const section = all.findIndex((page, index) => index > 0 && page.includes('A section')) + 1;
    expect(all[0]).toMatch(new RegExp(`A section\\s+${section}`));
    expect(all[pages - 1]).toContain(`Page ${pages} of ${pages}`);
  });

  it('repeats the head of a table on every page, and reads it aloud once', async () => {
    const rows = Array.from({ length: 80 }, () => ({ cells: [paragraphs(1)] }));
    const head: Flow[] = [{ kind: 'paragraph', lang: 'en', text: [{ text: 'COLUMN' }] }];
    const { bytes, pages } = await renderDocument(
      document([{ kind: 'table', lang: 'en', columns: [{}], head: [head], rows }]),
    );
    const text = copied(bytes);
    if (text === null) return;
    expect(text.match(/COLUMN/g)).toHaveLength(pages);
  });

  it('draws what no typeface has as what means the same', async () => {
    const flow: Flow[] = [{ kind: 'paragraph', lang: 'en', text: [{ text: 'a → b ≥ 3 山' }] }];
    const text = copied((await renderDocument(document(flow))).bytes);
    if (text !== null) expect(text).toContain('a › b >= 3 ?');
  });

  it('draws vector pictures, and says in words what it cannot draw', async () => {
    const svg =
      '<svg viewBox="0 0 100 50"><rect width="100" height="50" fill="#1d2b53"/><text x="50" y="25" text-anchor="middle" fill="#fff">SPECIMEN UTO</text></svg>';
    const picture = { type: 'image/svg+xml', bytes: Buffer.from(svg) } as const;
    const broken = { type: 'image/png', bytes: Buffer.from('no') } as const;
    const flow: Flow[] = [
      { kind: 'picture', picture, alt: 'A page', lang: 'en' },
      { kind: 'picture', picture: broken, alt: 'A lost picture', lang: 'en' },
    ];
    const text = copied((await renderDocument(document(flow))).bytes);
    if (text === null) return;
    expect(text).toContain('SPECIMEN UTO');
    expect(text).toContain('A lost picture');
  });
});
