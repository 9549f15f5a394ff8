import { classes } from '../curriculum/changes.rules.ts';
import type { Wish } from './comparison.rules.ts';

/** What is shown of a comparison, as the address says it. */
export function wishOf(query: URLSearchParams): Wish {
  const locale = query.get('in');
  return {
    locale: locale === 'en' || locale === 'lo' ? locale : 'both',
    seen: query.get('seen') === 'participant',
    class: classes.find((one) => one === query.get('class')) ?? null,
  };
}

export function addressOf({ locale, seen, class: wanted }: Wish): string {
  const query = new URLSearchParams();
  if (locale !== 'both') query.set('in', locale);
  if (seen) query.set('seen', 'participant');
  if (wanted) query.set('class', wanted);
  return query.toString();
}
