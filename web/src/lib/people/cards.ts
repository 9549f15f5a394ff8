import { api, ask } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import { saveFile } from '#lib/ui/save-file.js';

/** As many as one file may hold: the limit of the API. */
export const cardsInFile = 400;

/** Has cards made for the people and saves them, one PDF for every four hundred; says how far it is. */
export async function printCards(
  personIds: readonly string[],
  onprogress: (done: number) => void = () => {},
): Promise<Failure | null> {
  for (let start = 0; start < personIds.length; start += cardsInFile) {
    const batch = personIds.slice(start, start + cardsInFile);
    const { data, failure } = await ask<unknown>(
      api().POST('/api/v1/cards', { body: { personIds: batch }, parseAs: 'blob' }),
    );
    if (failure) return failure;
    const part = personIds.length > cardsInFile ? `-${start / cardsInFile + 1}` : '';
    saveFile(data as Blob, `khou-cards${part}.pdf`);
    onprogress(start + batch.length);
  }
  return null;
}
