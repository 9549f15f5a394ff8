import type { App, Caller } from '../../test/app.js';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { PublicationsService } from '../curricula/index.js';
import { packSource, type Source } from '../format/index.js';

export const english = 'modules/02-persons/module.md';
export const lao = 'modules/02-persons/module.lo.md';
export const bank = 'modules/02-persons/questions.yaml';

/** What a form sends that carries one file. */
export function upload(who: Caller, url: string, name: string, bytes: Uint8Array) {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return who.send('POST', url, {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  });
}

/** The sample curriculum published by somebody; returns the id of the version. */
export async function aVersion(
  khou: App,
  by: Caller,
  changes: Record<string, Change> = {},
  pictures: Source['pictures'] = new Map(),
): Promise<string> {
  const source = { texts: aCurriculum(changes).texts, pictures };
  const id = await khou.app.get(PublicationsService).queue(source, { by: by.personId, why: 'Sample', draftId: null });
  await khou.drain();
  return (await by.get(`/api/v1/publications/${id}`)).body.versionId;
}

/** A draft of the sample curriculum, from an archive of it. */
export async function aDraft(who: Caller, changes: Record<string, Change> = {}): Promise<Drafting> {
  const answer = await upload(who, '/api/v1/drafts/import', 'sample.zip', packSource(aCurriculum(changes)));
  if (answer.status !== 201) throw new Error(answer.text);
  return drafting(answer.body.id);
}

export type Drafting = ReturnType<typeof drafting>;

/** What people do with one draft. */
export function drafting(id: string) {
  const url = `/api/v1/drafts/${id}`;
  const at = (path: string) => `path=${encodeURIComponent(path)}`;
  return {
    id,
    url,
    open: async (who: Caller) => (await who.get(url)).body,
    file: async (who: Caller, path: string) => (await who.get(`${url}/file?${at(path)}`)).body,
    save: (who: Caller, path: string, text: string, revision: number | null, why?: string) =>
      who.put(`${url}/file`, { path, text, revision, why }),
    /** Replaces words in a file, as somebody does who has just opened it. */
    async edit(who: Caller, path: string, from: string, to: string) {
      const { text, revision } = await this.file(who, path);
      if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`);
      const answer = await this.save(
        who,
        path,
        text.replace(from, () => to),
        revision,
      );
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.body;
    },
    check: async (who: Caller) => (await who.get(`${url}/check`)).body,
    history: async (who: Caller, path?: string) =>
      (await who.get(`${url}/history?limit=200${path === undefined ? '' : `&${at(path)}`}`)).body.items,
    at,
  };
}
