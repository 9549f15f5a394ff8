/** Column and row of each province in a grid of 6 × 9: neighbours stay neighbours, sizes do not matter. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  'LA-PH': [3, 1],
  'LA-LM': [2, 2],
  'LA-OU': [3, 2],
  'LA-HO': [5, 2],
  'LA-BK': [1, 3],
  'LA-LP': [3, 3],
  'LA-XI': [4, 3],
  'LA-XA': [2, 4],
  'LA-VI': [3, 4],
  'LA-XS': [4, 4],
  'LA-VT': [3, 5],
  'LA-BL': [4, 5],
  'LA-KH': [5, 6],
  'LA-SV': [5, 7],
  'LA-SL': [5, 8],
  'LA-XE': [6, 8],
  'LA-CH': [5, 9],
  'LA-AT': [6, 9],
};

/** A province that came later has no place on the grid; it stands in the table only. */
export function tilePlace(provinceId: string): { column: number; row: number } | null {
  const place = PLACES[provinceId];
  return place ? { column: place[0], row: place[1] } : null;
}

export type Level = 'none' | 'zero' | 'low' | 'mid' | 'high';
export const LEVELS: readonly Level[] = ['none', 'zero', 'low', 'mid', 'high'];

/** How deep the colour is; nobody posted is no zero. */
export function levelOf({ certified, posted }: { certified: number; posted: number }): Level {
  if (posted === 0) return 'none';
  if (certified === 0) return 'zero';
  const share = certified / posted;
  return share <= 0.25 ? 'low' : share <= 0.5 ? 'mid' : 'high';
}
