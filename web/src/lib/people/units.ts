import { api, ask, type ApiCaller } from '#lib/api/client.js';
import type { components } from '#lib/api/schema.js';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';

export type Unit = components['schemas']['Unit'];
export type Province = components['schemas']['Province'];

/** All units people can be posted to, in the official order of provinces; empty when they cannot be had. */
export async function openUnits(caller?: ApiCaller): Promise<Unit[]> {
  const units: Unit[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 200, ...(after !== undefined && { after }) };
    const { data } = await ask(api(caller).GET('/api/v1/units', { params: { query } }));
    if (!data) return units;
    units.push(...data.items);
    after = data.next ?? undefined;
  } while (after !== undefined);
  return units;
}

/** Choices for a select, grouped by province. */
export function unitOptions(units: readonly Unit[], language: LanguageCode) {
  return units.map((unit) => ({
    value: unit.id,
    label: named(unit, language),
    group: unit.province === null || unit.kind !== 'checkpoint' ? '' : named(unit.province, language),
  }));
}

/** The name in the language of the page. */
export function named(thing: { nameLo: string; nameEn: string }, language: LanguageCode): string {
  return language === 'lo' ? thing.nameLo : thing.nameEn;
}
