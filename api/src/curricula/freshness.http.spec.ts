import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { checkCurriculum, readRecord, recorded, recordText, unitsOf } from '../format/index.js';
import { EarlierVersionsService, PublishingService } from './index.js';

let khou: App;
let admin: Caller;

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

const record = 'modules/02-persons/translation.lo.yaml';

/** The sample with its translation recorded, and after that the changes. */
function translated(version: string, changes: Readonly<Record<string, Change>>) {
  const source = aCurriculum();
  const module = checkCurriculum(source).curriculum!.modules[0]!;
  const known = recorded(readRecord(source, module.folder).record, unitsOf(module), 'all');
  return aCurriculum({
    'curriculum.yaml': ['version: 0.1.0', `version: ${version}`],
    [record]: recordText(known),
    ...changes,
  });
}

const published = async (source: ReturnType<typeof aCurriculum>) =>
  (await khou.app.get(PublishingService).publishSource(source, { by: null })).versionId;
const ofVersion = async (id: string) => (await admin.get(`/api/v1/versions/${id}`)).body.freshness;
const ofList = async () =>
  (await admin.get('/api/v1/curricula')).body.items.find(({ code }: { code: string }) => code === 'sample').freshness;

describe('how fresh the translation of a version is', () => {
  it('is counted when it is published, and told in the list of the newest version', async () => {
    const first = await published(translated('0.1.0', {}));
    expect(await ofVersion(first)).toEqual({ lo: { current: 15, stale: 0, unrecorded: 0, missing: 1 } });
    const second = await published(
      translated('0.2.0', {
        'modules/02-persons/module.md': ['Sort them.', 'Sort all of them.'],
        'modules/02-persons/module.lo.md': [':::key-message{#k-consent}\nການຍິນຍອມອາດບໍ່ສຳຄັນ.\n:::\n', ''],
      }),
    );
    expect(await ofVersion(second)).toEqual({ lo: { current: 13, stale: 1, unrecorded: 0, missing: 2 } });
    expect(await ofList()).toEqual({ lo: { current: 13, stale: 1, unrecorded: 0, missing: 2 } });
    expect(await ofVersion(first)).toEqual({ lo: { current: 15, stale: 0, unrecorded: 0, missing: 1 } });
  });

  it('is not known of what nobody recorded, nor of a version from before it was counted', async () => {
    const third = await published(
      aCurriculum({
        'curriculum.yaml': ['version: 0.1.0', 'version: 1.0.0'],
        'modules/02-persons/module.md': ['Read the cards.', 'Read every card.'],
      }),
    );
    expect(await ofVersion(third)).toEqual({ lo: { current: 0, stale: 0, unrecorded: 15, missing: 1 } });
    const [old] = await khou.queries.read<{ id: string }>(
      `insert into curriculum_versions (id, curriculum_id, version, major, minor, patch, content_hash, canonical, outline, title_en, series, days, published_at)
       select gen_random_uuid(), curriculum_id, '0.0.1', 0, 0, 1, 'old', canonical, outline - 'freshness', title_en, series, days, now()
       from curriculum_versions where id = $1 returning id`,
      [third],
    );
    expect(await ofVersion(old!.id)).toBeNull();
  });

  it('is counted later, once, of a version that an earlier program published', async () => {
    const fourth = await published(
      translated('2.0.0', { 'modules/02-persons/module.md': ['Read the cards.', 'Read both cards.'] }),
    );
    const figures = { lo: { current: 14, stale: 1, unrecorded: 0, missing: 1 } };
    await khou.queries.read(`update curriculum_versions set outline = outline - 'freshness' where id = $1`, [fourth]);
    expect(await ofVersion(fourth)).toBeNull();
    const earlier = khou.app.get(EarlierVersionsService);
    await earlier.catchUp();
    await earlier.catchUp();
    await khou.drain();
    expect(await ofVersion(fourth)).toEqual(figures);
    expect(await ofList()).toEqual(figures);
    const jobs = await khou.queries.read<{ state: string }>(`select state from jobs where key = $1`, [fourth]);
    expect(jobs).toEqual([{ state: 'done' }]);
  });
});
