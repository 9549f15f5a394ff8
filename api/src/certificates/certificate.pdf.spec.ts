import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleFacts } from './certificate.example.js';
import { type CertificateFacts, FactsUnfit } from './certificate.facts.js';
import { renderCertificate } from './certificate.pdf.js';
import { certificateWords } from './certificate.words.js';

const [completion, attendance] = exampleFacts as [CertificateFacts, CertificateFacts];

const crowded: CertificateFacts = {
  ...completion,
  motto: true,
  person: {
    rankLo: 'ວ່າທີຮ້ອຍຕີ ນາງສາວ',
    rankEn: 'Acting Second Lieutenant',
    nameLo: 'ສຸກສະຫວັນໃຈດີມີສຸກ ແກ້ວມະນີວົງສາສະຫວັນດາລາລັກສີສຸວັນນະພູມ',
    nameEn: 'Souksavanhchaydymisouk Keomanivongsasavanhdalalaksysouvannaphoum',
    unitLo: 'ກົມຕຳຫຼວດກວດຄົນເຂົ້າ-ອອກເມືອງ ດ່ານສາກົນຂົວມິດຕະພາບ ລາວ-ໄທ ແຫ່ງທີ 3 ແຂວງຄຳມ່ວນ',
    unitEn: 'Third Lao–Thai Friendship Bridge International Checkpoint, Khammouane Province Immigration Police',
  },
  placeLo: 'ຫ້ອງປະຊຸມໃຫຍ່ ຊັ້ນ 2 ສະໂມສອນກະຊວງປ້ອງກັນຄວາມສະຫງົບ ເມືອງໄຊເສດຖາ ນະຄອນຫຼວງວຽງຈັນ',
  placeEn: 'Main Conference Hall, 2nd floor, Ministry of Public Security Club, Xaysettha District, Vientiane Capital',
  donors: [
    { nameLo: 'ລັດຖະບານການາດາ', nameEn: 'Government of Canada' },
    { nameLo: null, nameEn: 'Government of Australia, Department of Foreign Affairs and Trade' },
  ],
  trainers: [...completion.trainers, ...attendance.trainers],
  startsOn: '2026-09-29',
  endsOn: '2026-10-02',
  verifyUrl: `${completion.verifyUrl}#${'A'.repeat(150)}`,
};

const plain: CertificateFacts = {
  ...completion,
  person: { ...completion.person, rankLo: null, rankEn: null, nameEn: null, unitLo: null, unitEn: null },
};

const all = { completion, attendance, crowded, plain };

/** Lines as poppler reads them, or null with a printed reason when it is not installed. */
function copied(pdf: Buffer): string | null {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) {
    console.warn('skipped: pdftotext (poppler) is not installed');
    return null;
  }
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });
}

describe('a certificate', () => {
  it.each(Object.entries(all))('has the same bytes whenever it is printed: %s', async (_, facts) => {
    const first = await renderCertificate(facts);
    await renderCertificate(completion);
    expect((await renderCertificate(structuredClone(facts))).equals(first)).toBe(true);
  });

  it.each(Object.entries(all))('gives back every line as it was written: %s', async (_, facts) => {
    const text = copied(await renderCertificate(facts));
    if (text === null) return;
    const solid = text.replace(/\s/g, '');
    const { motto, unit, support, signatures, ...lines } = certificateWords(facts);
    const written = [
      ...Object.values(lines),
      ...motto,
      ...unit,
      ...support,
      ...signatures.flatMap(({ lo, en }) => [lo, en]),
    ];
    for (const line of written) if (line !== null) expect(solid).toContain(line.replace(/\s/g, ''));
  });

  it.each(Object.entries(all))('is one page whose code leads to its verification: %s', async (_, facts) => {
    for (const tool of ['pdftoppm', 'zbarimg'])
      if (spawnSync(tool, ['--version']).error !== undefined) return console.warn(`skipped: ${tool} is not installed`);
    const folder = mkdtempSync(join(tmpdir(), 'khou-certificate-'));
    try {
      writeFileSync(join(folder, 'c.pdf'), await renderCertificate(facts));
      execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', join(folder, 'c.pdf'), join(folder, 'c')]);
      const read = execFileSync('zbarimg', ['-q', '--raw', join(folder, 'c.png')], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(read.trim()).toBe(facts.verifyUrl);
    } finally {
      rmSync(folder, { recursive: true });
    }
    return undefined;
  });

  it('says that an estimated year is an estimate, in both languages', () => {
    const { particularsLo, particularsEn } = certificateWords(attendance);
    expect(particularsEn).toContain('10–12 October 2017 (estimated)');
    expect(particularsLo).toContain('10–12 ຕຸລາ 2017 (ຄາດຄະເນ)');
    expect(certificateWords(completion).particularsEn).not.toContain('estimated');
  });

  it('carries the national motto only when the facts say so', () => {
    expect(certificateWords({ ...completion, motto: false }).motto).toEqual([]);
    expect(certificateWords({ ...completion, motto: true }).motto).toHaveLength(2);
  });

  it.each([
    ['person.nameLo', { ...completion, person: { ...completion.person, nameLo: '' } }],
    ['endsOn', { ...completion, endsOn: '2026-10-09' }],
    ['startsOn', { ...completion, startsOn: '2026-02-30' }],
    ['trainers', { ...completion, trainers: [] }],
    ['number', { ...completion, number: '../x' }],
    ['verifyUrl', { ...completion, verifyUrl: 'javascript:alert(1)' }],
    ['person.nameEn', { ...completion, person: { ...completion.person, nameEn: 'Li 李' } }],
    ['person.nameLo', { ...completion, person: { ...completion.person, nameLo: 'ກ'.repeat(119) } }],
    ['course.titleEn', { ...completion, course: { ...completion.course, titleEn: 'line\nline' } }],
  ])('is refused with the path %s', async (path, facts) => {
    const failure = await renderCertificate(facts).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(FactsUnfit);
    expect((failure as FactsUnfit).faults.map((fault) => fault.path)).toContain(path);
  });
});
