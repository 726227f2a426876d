/**
 * Which span to look at, how finely, and what else to filter or split by. `startS` and `endS`:
 * seconds since 1970. `granularity`: for messaging HALF_HOUR, DAY or MONTH; for the others
 * HALF_HOUR, DAILY or MONTHLY. `filters`: lists by Meta's names, such as `phone_numbers`,
 * `country_codes`, `dimensions`, `metric_types`, `pricing_categories`.
 */
export type AnalyticsQuery = {
  startS: number;
  endS: number;
  granularity: 'HALF_HOUR' | 'DAY' | 'MONTH' | 'DAILY' | 'MONTHLY';
  filters?: Readonly<Record<string, readonly string[]>>;
};

/** As Meta wants it in `fields`: `analytics.start(1).end(2).granularity(DAY).phone_numbers(["1555"])`. */
export function analyticsField(
  field: string,
  { startS, endS, granularity, filters }: AnalyticsQuery,
): string {
  const lists = Object.entries(filters ?? {}).map(([name, values]) => `.${name}(${JSON.stringify(values)})`);
  return `${field}.start(${startS}).end(${endS}).granularity(${granularity})${lists.join('')}`;
}
