import type { z } from 'zod';
import { moduleLaoShape, moduleShape, wordForm, wordForms } from '../format/index.js';
import type { InputIssue } from '../kernel/failure.js';
import { lineLists, type ModuleFacts } from './module-facts.rules.js';

type Both = NonNullable<InputIssue['sentence']>;

/** What the format does not take, each at its field of the form: `objectives.1.text.lo`. */
export function factsFaults(code: string, facts: ModuleFacts): InputIssue[] {
  return [...shapeIssues(code, facts), ...idIssues(code, facts)];
}

function shapeIssues(code: string, facts: ModuleFacts): InputIssue[] {
  const { objectives, sources, title, minutes } = facts;
  const english = moduleShape.safeParse({
    code,
    title: title.en,
    minutes,
    objectives: objectives.map(({ id, text }) => ({ id, text: text.en })),
    methods: facts.methods.map(({ en }) => en),
    materials: facts.materials.map(({ en }) => en),
    sources,
  });
  const said = objectives.flatMap(({ text: { lo } }, index) => (lo === '' ? [] : [{ index, lo }]));
  const lao = moduleLaoShape.safeParse({
    title: title.lo || null,
    /* Ids are looked at in the English. */
    objectives: said.map(({ lo }) => ({ id: 'M00.1', text: lo })),
    methods: facts.methods.map(({ en, lo }) => lo || en || '-'),
    materials: facts.materials.map(({ en, lo }) => lo || en || '-'),
    state: facts.state,
  });
  return [
    ...(english.error?.issues ?? []).map((issue) => toIssue(issue, fieldOf(issue.path, 'en'))),
    ...(lao.error?.issues ?? [])
      /* Too many are too many in the English already, and a line that is English still is wrong there. */
      .filter(({ code, path: [key, at] }) => {
        if (code === 'too_big' && at === undefined) return key === 'title';
        const list = lineLists.find((name) => name === key);
        return list === undefined || facts[list][Number(at)]?.lo !== '';
      })
      .map((issue) => {
        const [key, at, ...rest] = issue.path;
        const path = key === 'objectives' ? [key, said[Number(at)]?.index ?? 0, ...rest] : issue.path;
        return toIssue(issue, fieldOf(path, 'lo'));
      }),
  ];
}

function idIssues(code: string, { objectives, sources }: ModuleFacts): InputIssue[] {
  const isTwice = (list: readonly { readonly id: string }[], at: number) =>
    list.findIndex(({ id }) => id === list[at]!.id) < at;
  return [
    ...objectives.flatMap(({ id }, at) => [
      ...(isTwice(objectives, at) ? [issue(`objectives.${at}.id`, 'twice', twice)] : []),
      ...(id.startsWith(`${code}.`) ? [] : [issue(`objectives.${at}.id`, 'foreign', begins(`${code}.`))]),
    ]),
    ...sources.flatMap((_, at) => (isTwice(sources, at) ? [issue(`sources.${at}.id`, 'twice', twice)] : [])),
  ];
}

/** The field of the form that stands for one of a file. */
function fieldOf(path: readonly PropertyKey[], language: 'en' | 'lo'): string {
  const [key, at, inner] = path.map(String);
  const hasLanguage =
    key === 'title' ||
    (key === 'objectives' && inner === 'text') ||
    (at !== undefined && lineLists.some((name) => name === key));
  return [key, at, inner, hasLanguage ? language : undefined].filter((part) => part !== undefined).join('.');
}

function toIssue(found: z.core.$ZodIssue, path: string): InputIssue {
  const form = wordForm(found.message);
  if (form === wordForms.visible)
    return issue(path, 'invisible', { en: `Must be ${form.en}.`, lo: `ຕ້ອງເປັນ${form.lo}.` });
  if (form !== null) return issue(path, 'form', { en: `Must be ${form.en}.`, lo: `ຕ້ອງເປັນ${form.lo}.` });
  if (path === 'minutes') return issue(path, 'minutes', minutes);
  if (found.code === 'too_small') return issue(path, 'empty', found.origin === 'array' ? none : empty);
  if (found.code === 'too_big') {
    const most = Number(found.maximum);
    return found.origin === 'array' ? issue(path, 'too-many', tooMany(most)) : issue(path, 'too-long', tooLong(most));
  }
  return issue(path, 'wrong', wrong);
}

function issue(path: string, code: string, sentence: Both): InputIssue {
  return { path, code: `facts.${code}`, message: sentence.en, sentence };
}

const empty: Both = { en: 'This must not be empty.', lo: 'ຊ່ອງນີ້ຫວ່າງບໍ່ໄດ້.' };
const none: Both = { en: 'There must be at least one.', lo: 'ຕ້ອງມີຢ່າງໜ້ອຍໜຶ່ງລາຍການ.' };
const twice: Both = { en: 'This id is there twice.', lo: 'ມີ id ນີ້ສອງເທື່ອ.' };
const wrong: Both = { en: 'This cannot be accepted.', lo: 'ຂໍ້ມູນນີ້ບໍ່ຖືກຕ້ອງ.' };
const minutes: Both = { en: 'A whole number from 1 to 480.', lo: 'ຈຳນວນເຕັມລະຫວ່າງ 1 ຫາ 480.' };
const begins = (start: string): Both => ({ en: `Must begin with ${start}`, lo: `ຕ້ອງເລີ່ມດ້ວຍ ${start}` });
const tooLong = (most: number): Both => ({ en: `At most ${most} characters.`, lo: `ບໍ່ເກີນ ${most} ຕົວອັກສອນ.` });
const tooMany = (most: number): Both => ({ en: `At most ${most}.`, lo: `ບໍ່ເກີນ ${most} ລາຍການ.` });
