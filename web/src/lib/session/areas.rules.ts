import type { components } from '#lib/api/schema.js';

export type Me = components['schemas']['Me'];
export type Area = 'learn' | 'teach' | 'admin';

const AREAS: Readonly<Record<Area, readonly Me['roles'][number][]>> = {
  admin: ['administrator', 'observer'],
  teach: ['trainer'],
  learn: ['trainee'],
};

/** The areas a person may open, the one they start in first. Which data they see there the server decides. */
export function areasOf(me: Pick<Me, 'roles'>): Area[] {
  const areas = (Object.keys(AREAS) as Area[]).filter((area) => AREAS[area].some((role) => me.roles.includes(role)));
  return areas.length > 0 ? areas : ['learn'];
}

export function homeOf(me: Pick<Me, 'roles'>): `/${Area}` {
  return `/${areasOf(me)[0] ?? 'learn'}`;
}
