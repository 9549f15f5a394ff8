/** The files that a list of curriculum.yaml names, by their lists, which are their folders too. */
export const lists = ['tests', 'blueprints', 'rubrics', 'surveys'] as const;
export type List = (typeof lists)[number];
export type Purpose = 'pre-test' | 'post-test';

export interface Listed {
  readonly list: List;
  readonly code: string;
}

/** List and code of a path; null for any other file. */
export function listedOf(path: string): Listed | null {
  const [, folder, code] = /^([a-z]+)\/([^/]+)\.yaml$/.exec(path) ?? [];
  const list = lists.find((one) => one === folder);
  return list && code ? { list, code } : null;
}

const suggestions: Record<Purpose | Exclude<List, 'tests'>, { code: string; en: string; lo: string }> = {
  'pre-test': { code: 'pre-test', en: 'Pre-test', lo: 'ແບບທົດສອບກ່ອນຝຶກອົບຮົມ' },
  'post-test': { code: 'post-test', en: 'Post-test', lo: 'ແບບທົດສອບຫຼັງຝຶກອົບຮົມ' },
  blueprints: { code: 'main', en: '', lo: '' },
  rubrics: { code: 'teach-back', en: 'Observation of a teach-back lesson', lo: 'ການສັງເກດການທົດລອງສອນ' },
  surveys: { code: 'reaction', en: 'Your view of this course', lo: 'ຄວາມເຫັນຂອງທ່ານຕໍ່ຫຼັກສູດນີ້' },
};

/** A title in both languages and a name that no file has yet. */
export function suggestion(
  list: List,
  purpose: Purpose,
  paths: readonly string[],
): { code: string; titleEn: string; titleLo: string } {
  const { code, en, lo } = suggestions[list === 'tests' ? purpose : list];
  const names = [code, ...Array.from({ length: 30 }, (_, n) => `${code}-${n + 2}`)];
  const free = names.find((name) => !paths.includes(`${list}/${name}.yaml`)) ?? code;
  return { code: free, titleEn: en, titleLo: lo };
}
