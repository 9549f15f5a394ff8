/** What a document is made for, beside its kind: dates or a class, a kind of class, a test in one of its forms. */
export interface DocumentWish {
  readonly product: string;
  readonly locale: string;
  readonly test: string | null;
  readonly form: string | null;
  readonly needsDates: boolean;
}

export interface DocumentOccasion {
  readonly cohort: string | null;
  readonly start: string;
  readonly time: string;
  readonly variant: string;
}

/** Where a document is fetched from; null while the dates that it needs are not chosen. */
export function documentAddress(versionId: string, wish: DocumentWish, occasion: DocumentOccasion): string | null {
  const query = new URLSearchParams({ locale: wish.locale });
  if (wish.test !== null) query.set('test', wish.test);
  if (wish.form !== null) query.set('form', wish.form);
  /* A class is of one kind; the papers of a test are the same for all. */
  if (occasion.cohort !== null && wish.test === null) query.set('cohort', occasion.cohort);
  else if (occasion.variant !== '' && wish.test === null) query.set('variant', occasion.variant);
  if (wish.needsDates && occasion.cohort === null) {
    if (occasion.start === '') return null;
    query.set('start', occasion.start);
    if (occasion.time !== '') query.set('time', occasion.time);
  }
  return `/api/v1/versions/${versionId}/products/${wish.product}?${query}`;
}
