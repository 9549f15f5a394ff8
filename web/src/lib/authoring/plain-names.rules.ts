/**
 * The check names a field as the file does: “prompt.en”, “questions.objective”. Whoever fills in a form reads the names that stand
 * on it; `names` has them by field, and by language. A field without a name of its own is called by its language alone.
 */
export function plainNames(sentence: string, names: Readonly<Record<string, string | undefined>>): string {
  return sentence.replace(/“(?:questions\.)?([a-z]+)(?:\.(en|lo))?”/g, (whole, field: string, language?: string) => {
    const known = [names[field], language && names[language]].filter(Boolean);
    return known.length === 0 ? whole : `“${known.join(', ')}”`;
  });
}

type Words = Readonly<
  Record<'prompt' | 'rationale' | 'objective' | 'points' | 'picture' | 'alt' | 'value' | 'tolerance', string>
>;

/** What the fields of a question are called on its form. */
export function fieldNames(t: Words & { languages: { en: string; lo: string } }): Record<string, string> {
  const { prompt, rationale, objective, points, picture: image, alt, value, tolerance } = t;
  return { prompt, rationale, objective, points, image, alt, value, tolerance, ...t.languages };
}

/** A remark of the check as the form says it; `before` names the question where a list of them speaks. */
export function plainFault<F extends { sentence: { en: string; lo: string } }>(
  fault: F,
  names: Readonly<Record<string, string>>,
  before = '',
): F {
  const plain = (sentence: string) => `${before}${plainNames(sentence, names)}`;
  return { ...fault, sentence: { en: plain(fault.sentence.en), lo: plain(fault.sentence.lo) } };
}
