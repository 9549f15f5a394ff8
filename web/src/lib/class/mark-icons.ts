import type { IconName } from '#lib/ui/icons.js';
import type { MarkKind } from './sheet.rules.js';

export const MARK_ICONS: Readonly<Record<MarkKind, IconName>> = {
  present: 'check',
  late: 'clock',
  excused: 'info',
  absent: 'close',
};
