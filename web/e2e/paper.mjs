// The graded questions of the foundation course as their authors wrote them: what a good pupil knows, and what no
// browser may be told before a test is closed.
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { words } from './words.mjs';

const modules = new URL('../../curricula/foundation/modules/', import.meta.url);
const learn = await words('learn', 'tests', 'questions');

const written = readdirSync(modules)
  .map((name) => parse(readFileSync(new URL(`${name}/questions.yaml`, modules), 'utf8')))
  .flatMap(({ questions }) => questions);
export const graded = written.filter(({ use }) => use === 'graded');
export const practice = written.filter(({ use }) => use === 'practice');

/** How many questions a test of the course has: the cells of its blueprint together. */
export const paperLength = parse(readFileSync(new URL('../blueprints/main.yaml', modules), 'utf8')).cells.reduce(
  (sum, { count }) => sum + count,
  0,
);

/** Answers the question on the screen, right or surely wrong, in the language of the page. */
export async function answer(page, language, right = true) {
  const main = page.getByRole('main');
  const prompt = await page.getByRole('heading', { level: 1 }).innerText();
  const asking = graded.filter((one) => plain(one.prompt[language]) === plain(prompt));
  // The two forms of a test may ask the same of other rows, which a phone shows as soon as it has this type of question.
  if (asking.length > 1) await main.getByRole('combobox').first().waitFor();
  const shown = plain(await main.innerText());
  const isShown = ({ text }) => shown.includes(plain(text[language]));
  const question = asking.length > 1 ? asking.find(({ rows }) => rows.every(isShown)) : asking[0];
  if (!question) throw new Error(`No question of the curriculum asks: ${prompt}`);
  await fill(main, question, language, right);
  return question;
}

/** Answers a question that stands somewhere on the page. */
export async function fill(place, question, language, right = true) {
  const t = learn[language];
  const texts = (entries) => entries.map((entry) => (entry.text ?? entry.label)[language]);
  const check = async (role, names) => {
    // A choice that was checked before is called by its mark as well.
    const marks = [t.correct, t.incorrect, t.missed].map(RegExp.escape).join('|');
    for (const name of names)
      await place.getByRole(role, { name: new RegExp(`^${RegExp.escape(plain(name))}( (${marks}))?$`) }).check();
  };
  switch (question.type) {
    case 'number': {
      const { value, tolerance = 0 } = question.answer;
      return place.getByLabel(t.writeNumber).fill(String(right ? value : value + tolerance + 1));
    }
    case 'true-false':
      return check('radio', [question.answer === right ? t.isTrue : t.isFalse]);
    case 'single':
      return check('radio', texts(question.options.filter((one) => Boolean(one.correct) === right)).slice(0, 1));
    case 'multiple':
      return check('checkbox', texts(question.options.filter((one) => Boolean(one.correct) === right)));
    case 'hotspot': {
      const chosen = texts(question.spots.filter((one) => Boolean(one.correct) === right));
      return question.choose === 'several' ? check('checkbox', chosen) : check('radio', chosen.slice(0, 1));
    }
    case 'matching':
      for (const row of question.rows) {
        const choice = question.choices.find((one) => row.match.includes(one.id) === right);
        await place.getByLabel(row.text[language], { exact: true }).selectOption({ label: choice.text[language] });
      }
      return;
    case 'ordering':
      return arrange(place, t, right ? texts(question.steps) : texts(question.steps).reverse());
    case 'short-answer': {
      const { need = 1, accept } = question;
      const named = accept.slice(0, need).map((one) => one[language]?.[0] ?? one.en?.[0] ?? one.lo[0]);
      return place.getByLabel(t.write(need)).fill(right ? named.join(', ') : '?');
    }
    case 'mrz': {
      const shown = (await place.getByRole('figure').locator('p').first().textContent()).replaceAll(' ', '');
      if (question.mrz.ask === 'digit')
        return place.getByLabel(t.digit).fill(String((checkDigit(shown) + (right ? 0 : 1)) % 10));
      const fault = faultIn(shown);
      return check('radio', [t.faults[right ? fault : fault === 'none' ? 'number' : 'none']]);
    }
    case 'case':
      for (const part of question.parts)
        await fill(
          place
            .getByRole('group')
            .filter({ hasText: plain(part.prompt[language]) })
            .first(),
          part,
          language,
          right,
        );
      return;
    default:
      throw new Error(`No journey knows how to answer ${question.type}`);
  }
}

/** Moves steps up until they stand in the order wanted, as a person does with the buttons. */
async function arrange(place, t, wanted) {
  const stands = place.getByRole('button', { name: t.asItStands });
  if (await stands.isVisible()) await stands.click();
  for (const [n, step] of wanted.entries()) {
    const steps = place.getByRole('listitem').filter({ has: place.page().getByRole('button') });
    const order = await steps.allInnerTexts();
    const at = order.findIndex((text) => plain(text.replace(/^\d+/, '')) === plain(step));
    for (let moves = at - n; moves > 0; moves--)
      await place.getByRole('button', { name: t.up(step), exact: true }).click();
  }
}

/** The reason of a graded question that a text gives away. */
export function reasonIn(body) {
  const written = (text) => [text, JSON.stringify(text).slice(1, -1)];
  const rationales = graded.flatMap(({ rationale, parts = [] }) => [rationale, ...parts.map((part) => part.rationale)]);
  const reasons = rationales.filter(Boolean).flatMap(({ lo, en }) => [...written(lo), ...written(en)]);
  return reasons.find((reason) => body.includes(reason));
}

/** ICAO Doc 9303, part 3, 4.9. */
function checkDigit(text) {
  const value = (character) => (character === '<' ? 0 : parseInt(character, 36));
  return [...text].reduce((sum, character, n) => sum + value(character) * [7, 3, 1][n % 3], 0) % 10;
}

/** Which digit of line 2 of a passport is wrong. */
function faultIn(line) {
  const fields = [
    ['number', line.slice(0, 9), line[9]],
    ['birth', line.slice(13, 19), line[19]],
    ['expiry', line.slice(21, 27), line[27]],
    ['composite', line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43), line[43]],
  ];
  return fields.find(([, text, printed]) => checkDigit(text) !== Number(printed))?.[0] ?? 'none';
}

function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}
