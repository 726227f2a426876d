/** The order in which rows are locked: by code units, the same on every node. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
