/** Alt with an arrow key moves what has the focus, as the buttons beside it do. */
export function movedByKeys(event: KeyboardEvent, onmove?: (by: -1 | 1) => void): void {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  onmove?.(event.key === 'ArrowUp' ? -1 : 1);
}
