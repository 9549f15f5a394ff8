/**
 * Divides a width over columns. A column that states a width has it; the others share what is left between the width of
 * their longest word and that of their longest line, as a browser does, so that short columns stay on one line.
 */
export function columnWidths(
  columns: readonly { readonly width?: number }[],
  needs: readonly { readonly least: number; readonly most: number }[],
  width: number,
): number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const free = columns.flatMap((column, index) => (column.width === undefined ? [needs[index]!] : []));
  const room = width - fixed;
  const most = free.reduce((sum, need) => sum + need.most, 0);
  const least = free.reduce((sum, need) => sum + need.least, 0);
  const share = ({ least: own, most: wish }: { least: number; most: number }): number => {
    if (most <= room) return wish + ((room - most) * wish) / (most || 1);
    if (least >= room) return (own * room) / least;
    return own + ((room - least) * (wish - own)) / (most - least);
  };
  return columns.map((column, index) => column.width ?? share(needs[index]!));
}
