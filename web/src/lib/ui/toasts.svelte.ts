export interface Toast {
  id: number;
  text: string;
  tone: 'ok' | 'info' | 'warn' | 'bad';
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 6_000;
let last = 0;
const shown = $state<Toast[]>([]);

export function toasts(): readonly Toast[] {
  return shown;
}

/** Says briefly what happened. What must not be missed belongs in a Notice; a toast with an action stays until closed. */
export function say(text: string, tone: Toast['tone'] = 'ok', action?: Toast['action']): void {
  const toast: Toast = { id: ++last, text, tone, ...(action && { action }) };
  shown.push(toast);
  if (!action) setTimeout(() => dismiss(toast.id), SHOWN_MS);
}

export function dismiss(id: number): void {
  const at = shown.findIndex((toast) => toast.id === id);
  if (at >= 0) shown.splice(at, 1);
}
