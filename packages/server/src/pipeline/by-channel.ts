/** Groups by channel, in one order of channels everywhere: rows of several channels are locked in it. */
export function byChannel<T>(items: readonly T[], channelOf: (item: T) => string): readonly [string, T[]][] {
  return [...Map.groupBy(items, channelOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
