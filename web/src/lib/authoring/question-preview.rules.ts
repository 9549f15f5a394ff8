import type { components } from '#lib/api/schema.js';
import type { Both, ItemForm, QuestionForm } from './question-forms.rules.ts';

type Shown = components['schemas']['PracticeQuestion'];
type ShownPart = components['schemas']['PracticePart'];
type Picture = components['schemas']['PictureFacts'];

/**
 * The question as a learner will see it, from a form that is not finished. Null for a machine-readable zone: the server makes its
 * data when the question is saved.
 */
export function shownOf(form: QuestionForm, language: 'lo' | 'en', picture: Picture | null): Shown | null {
  const say = sayIn(language);
  const fields = {
    id: form.id || 'new',
    points: form.points,
    prompt: say(form.prompt),
    rationale: say(form.rationale),
    objective: form.objective,
  };
  switch (form.type) {
    case 'mrz':
      return null;
    case 'case':
      return { ...fields, type: form.type, parts: form.parts.map((part) => partOf(part, language)) };
    case 'hotspot': {
      const spots = form.spots.map(({ id, label, at, correct }) => ({ id, label: say(label), at, correct }));
      return { ...fields, type: form.type, choose: form.choose, alt: say(form.alt), picture, spots } as Shown;
    }
    default:
      return { ...partOf(form, language), objective: form.objective } as Shown;
  }
}

function partOf(form: ItemForm, language: 'lo' | 'en'): ShownPart {
  const say = sayIn(language);
  const fields = {
    id: form.id || 'new',
    points: form.points,
    prompt: say(form.prompt),
    rationale: say(form.rationale),
  };
  const entries = (list: readonly { id: string; text: Both }[]) =>
    list.map(({ id, text }) => ({ id, text: say(text) }));
  const { scoring } = form;
  switch (form.type) {
    case 'multiple':
    case 'single': {
      const options = form.options.map(({ id, text, correct }) => ({ id, text: say(text), correct }));
      return form.type === 'single'
        ? { ...fields, type: 'single', options }
        : { ...fields, type: 'multiple', options, scoring };
    }
    case 'true-false':
      return { ...fields, type: form.type, answer: form.isTrue };
    case 'number': {
      const value = Number(form.value.replace(',', '.')) || 0;
      return { ...fields, type: form.type, answer: { value, tolerance: Number(form.tolerance) || 0 } };
    }
    case 'matching': {
      const rows = form.rows.map(({ id, text, match }) => ({ id, text: say(text), match: [...match] }));
      return { ...fields, type: form.type, rows, choices: entries(form.choices), scoring };
    }
    case 'ordering':
      return { ...fields, type: form.type, steps: entries(form.steps), scoring };
    default: {
      const accept = form.accept.map((group) =>
        say(group)
          .split('\n')
          .filter((line) => line.trim() !== ''),
      );
      return { ...fields, type: 'short-answer', need: form.need, accept };
    }
  }
}

/** What is not typed yet is shown as an ellipsis, so that the shape of the question is seen. */
const sayIn =
  (language: 'lo' | 'en') =>
  (text: Both): string =>
    (language === 'lo' ? text.lo.trim() || text.en.trim() : text.en.trim()) || '…';
