import type { Both, Entry, ItemForm, QuestionForm } from './question-forms.rules.ts';

/** What is written to questions.yaml: only what the type has, and nothing that is so anyway. */
export function writtenOf(form: QuestionForm): { id: string; type: string } & Record<string, unknown> {
  return {
    id: form.id.trim(),
    use: form.use,
    ...(form.use === 'graded' && form.form && { form: form.form }),
    type: form.type,
    objective: form.objective,
    level: form.level,
    ...(form.type !== 'case' && form.points !== 1 && { points: form.points }),
    ...answerFirst(form),
    prompt: both(form.prompt),
    ...ownOf(form),
    ...rationaleOf(form),
  };
}

/** Short settings stand before the long texts. */
function answerFirst(form: ItemForm): Record<string, unknown> {
  const partial = form.scoring === 'partial' && { scoring: 'partial' };
  switch (form.type) {
    case 'multiple':
    case 'matching':
    case 'ordering':
      return { ...partial };
    case 'true-false':
      return { answer: form.isTrue };
    case 'number':
      return { answer: { value: number(form.value), tolerance: number(form.tolerance || '0') } };
    case 'short-answer':
      return form.need === 1 ? {} : { need: form.need };
    default:
      return {};
  }
}

function ownOf(form: QuestionForm): Record<string, unknown> {
  switch (form.type) {
    case 'case':
      return { parts: form.parts.map(partOf) };
    case 'mrz': {
      const { ask, field, from, seed, value } = form.mrz;
      if (ask === 'fault') return { mrz: { ask, seed } };
      return { mrz: { ask, field, ...(from === 'seed' ? { seed } : { value: value.trim().toUpperCase() }) } };
    }
    case 'hotspot':
      return {
        image: form.image,
        alt: both(form.alt),
        ...(form.choose === 'several' && { choose: 'several' }),
        spots: form.spots.map(({ id, label, at, correct }) => ({
          id,
          label: both(label),
          at: [...at],
          ...(correct && { correct: true }),
        })),
      };
    default:
      return listsOf(form);
  }
}

function partOf(part: ItemForm): Record<string, unknown> {
  return {
    id: part.id.trim(),
    type: part.type,
    ...(part.points !== 1 && { points: part.points }),
    ...answerFirst(part),
    prompt: both(part.prompt),
    ...listsOf(part),
    ...rationaleOf(part),
  };
}

function listsOf(form: ItemForm): Record<string, unknown> {
  const entry = ({ id, text }: Entry) => ({ id: id.trim(), text: both(text) });
  switch (form.type) {
    case 'single':
    case 'multiple':
      return { options: form.options.map((one) => ({ ...entry(one), ...(one.correct && { correct: true }) })) };
    case 'matching': {
      const known = new Set(form.choices.map(({ id }) => id));
      const rows = form.rows.map((row) => ({ ...entry(row), match: row.match.filter((id) => known.has(id)) }));
      return { rows, choices: form.choices.map(entry) };
    }
    case 'ordering':
      return { steps: form.steps.map(entry) };
    case 'short-answer':
      return { accept: form.accept.map(({ en, lo }) => ({ en: lines(en), lo: lines(lo) })) };
    default:
      return {};
  }
}

function rationaleOf({ type, rationale }: ItemForm): Record<string, unknown> {
  return type === 'mrz' && rationale.en.trim() === '' ? {} : { rationale: both(rationale) };
}

function both({ en, lo }: Both): { en: string; lo?: string } {
  return { en: en.trim(), ...(lo.trim() !== '' && { lo: lo.trim() }) };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is no number is written as it was typed, so that the check can say so and nothing is lost. */
function number(text: string): number | string {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
