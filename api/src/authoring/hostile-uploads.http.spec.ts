import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { type App, type Caller, anApp } from '../../test/app.js';
import { effortOf } from '../../test/effort.js';
import { aCurriculum } from '../../test/sample-curriculum.js';
import { PublishingService } from '../curricula/index.js';
import { packSource, pictureOf } from '../format/index.js';
import { aDraft, english, upload } from './draft.fixture.js';

let khou: App;
let admin: Caller;

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

/** Two photographs of one colour: a small one with enough noise to have a middle, and one of 17 million pixels. */
const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const whole = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#1d2b53', noise } })
  .jpeg()
  .toBuffer();
const wide = await sharp({ create: { width: 5_000, height: 3_500, channels: 3, background: '#1d2b53' } })
  .png()
  .toBuffer();

/** A PNG of the given size whose pixels are missing, with something else behind it. */
function fakePng(width: number, height: number, behind = ''): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.from(behind)]);
}

describe('a picture', () => {
  test.each([
    [
      'that is a page and calls itself a picture',
      Buffer.from('<html><script>alert(1)</script>'),
      'draft.picture_refused',
    ],
    [
      'that runs',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>'),
      'draft.picture_refused',
    ],
    [
      'deeper than anybody draws',
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${'<g>'.repeat(5_000)}${'</g>'.repeat(5_000)}</svg>`,
      ),
      'draft.picture_refused',
    ],
  ])('%s is refused', async (_name, bytes, code) => {
    const draft = await aDraft(admin);
    const { status, body } = await upload(admin, `${draft.url}/media?module=02-persons`, 'x.png', bytes);
    expect([status, body.code]).toEqual([422, code]);
  });

  test.each([
    ['a page behind the head of a picture', fakePng(8, 8, '<script>alert(1)</script>')],
    ['a picture as large as a country', fakePng(0xffff_fff0, 0xffff_fff0)],
    ['a picture that ends in the middle', whole.subarray(0, whole.length / 2)],
    ['a picture without its last lines', whole.subarray(0, whole.length - 300)],
    ['a picture of more pixels than a page shows', wide],
  ])(
    '%s is refused when it comes, alone or in an archive, and when a folder with it is published',
    async (_name, bytes) => {
      const draft = await aDraft(admin);
      const { status, body } = await upload(admin, `${draft.url}/media?module=02-persons`, 'My Box.html', bytes);
      expect([status, body.code, body.params]).toEqual([422, 'draft.picture_broken', { path: 'my-box', most: 16 }]);
      const { texts } = aCurriculum({ [english]: ['An invented case.', 'An invented case. ![A box](images/x.png)'] });
      const path = 'modules/02-persons/images/x.png';
      const source = { texts, pictures: new Map([[path, pictureOf(bytes)!]]) };
      const taken = await upload(admin, '/api/v1/drafts/import', 'x.zip', packSource(source));
      expect(taken.body).toMatchObject({ code: 'draft.picture_broken', params: { path } });
      await expect(khou.app.get(PublishingService).publishSource(source, { by: null })).rejects.toMatchObject({
        code: 'curriculum.faulty',
      });
    },
  );

  test('that is whole is taken', async () => {
    const draft = await aDraft(admin);
    const { status, body } = await upload(admin, `${draft.url}/media?module=02-persons`, 'x.html', whole);
    expect([status, body.path]).toEqual([201, 'modules/02-persons/images/x.jpg']);
    const { headers } = await admin.get(`${draft.url}/media/${body.hash}`);
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('an archive', () => {
  /** Four thousand entries that are all the same two and a half megabytes of nothing, stated as small: together ten gigabytes. */
  function overlapping(): Buffer {
    const data = deflateRawSync(Buffer.alloc(2_500_000));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    const entries = Array.from({ length: 3_900 }, (_, index) => {
      const name = Buffer.from(`modules/x/images/${index}.png`);
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      entry.writeUInt16LE(8, 10);
      entry.writeUInt32LE(data.length, 20);
      entry.writeUInt32LE(1_000, 24);
      entry.writeUInt16LE(name.length, 28);
      return Buffer.concat([entry, name]);
    });
    const directory = Buffer.concat(entries);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(local.length + data.length, 16);
    return Buffer.concat([local, data, directory, end]);
  }

  test.each([
    ['that unpacks to gigabytes', overlapping(), 'draft.archive_refused'],
    ['that is none', Buffer.from('PK\u0005\u0006'.padEnd(40, '\0')), 'draft.archive_refused'],
    ['that is empty', Buffer.alloc(0), 'draft.archive_refused'],
  ])('%s is refused at once', async (_name, bytes, code) => {
    const effort = await effortOf(async () => {
      const { status, body } = await upload(admin, '/api/v1/drafts/import', 'x.zip', bytes);
      expect([status, body.code]).toEqual([422, code]);
    });
    expect(effort).toBeLessThan(5);
  });
});
