import type { Attachment } from 'svelte/attachments';

/**
 * Keeps a `<select>` at a value; name its options too where they change. Svelte's own binding of lists comes with every
 * page, also the many without one, and would be a hundredth of a learner's first visit.
 */
export function chosen(value: string, _options?: unknown): Attachment<HTMLSelectElement> {
  return (select) => {
    select.value = value;
  };
}
