// The graded questions of the foundation course as their authors wrote them: what a good pupil knows, and what no
// browser may be told before a test is closed.
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { words } from './words.mjs';

const modules = new URL('../../curricula/foundation/modules/', import.meta.url);
const learn = await words('learn', 'tests');

export const graded = readdirSync(modules)
  .map((name) => parse(readFileSync(new URL(`${name}/questions.yaml`, modules), 'utf8')))
  .flatMap(({ questions }) => questions)
  .filter(({ use }) => use === 'graded');

/** Answers the question on the screen, right or surely wrong, in the language of the page. */
export async function answer(page, language, right = true) {
  const prompt = await page.getByRole('heading', { level: 1 }).innerText();
  const question = graded.find((one) => plain(one.prompt[language]) === plain(prompt));
  if (!question) throw new Error(`No question of the curriculum asks: ${prompt}`);
  const t = learn[language];
  if (question.type === 'number') {
    const { value, tolerance } = question.answer;
    await page.getByLabel(t.writeNumber).fill(String(right ? value : value + tolerance + 1));
  } else if (question.type === 'true-false') {
    await page.getByRole('radio', { name: question.answer === right ? t.isTrue : t.isFalse, exact: true }).check();
  } else {
    const role = question.type === 'multiple' ? 'checkbox' : 'radio';
    const chosen = question.options.filter((option) => Boolean(option.correct) === right);
    for (const option of role === 'radio' ? chosen.slice(0, 1) : chosen)
      await page.getByRole(role, { name: option.text[language], exact: true }).check();
  }
  return question;
}

function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}
