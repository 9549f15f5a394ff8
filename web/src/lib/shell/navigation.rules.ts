import type { IconName } from '#lib/ui/icons.js';

export interface Destination {
  href: string;
  label: string;
  icon: IconName;
  /** Open only on exactly this address, as for the first page of an area. */
  exact?: boolean;
  /** Shown beside the label, such as how much waits for a decision. */
  count?: number;
}

/** Whether a page belongs to a destination: its own address or one below it. */
export function isOpen(destination: Pick<Destination, 'href' | 'exact'>, pathname: string): boolean {
  return pathname === destination.href || (!destination.exact && pathname.startsWith(`${destination.href}/`));
}
