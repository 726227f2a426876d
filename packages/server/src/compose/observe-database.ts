import type { Database } from '../db/database.ts';
import type { Group, Metrics } from '../ports/metrics.ts';
import type { ReceivedStatus } from '../ports/received.ts';

/** The statements that write for many callers at once, by their names. */
const groups: ReadonlyMap<string, Group> = new Map([
  ['insert-inbound', 'ingress'],
  ['insert-inbound-channels', 'ingress'],
  ['apply-statuses', 'statuses'],
  ['close-turns', 'turn-commits'],
  ['record-sends', 'send-records'],
]);

const statuses: ReadonlySet<string> = new Set<ReceivedStatus['status']>([
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'other',
]);

/** A database that also knows how many callers use it, or wait to. */
export type ObservedDatabase = Database & { busy(): number };

/** A database that measures the grouped writes that go through it; the rest passes untouched. */
export function observeDatabase(database: Database, metrics: Metrics): ObservedDatabase {
  let busy = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
    }
  };
  const observed = async (query: Database['query'], statement: Parameters<Database['query']>[0]) => {
    const group = statement.name === undefined ? undefined : groups.get(statement.name);
    if (group === undefined) return query(statement);
    const startedAt = performance.now();
    const result = await query(statement);
    const seconds = (performance.now() - startedAt) / 1_000;
    const rows = rowsOf(statement.values);
    metrics.observe('groupSeconds', { group }, seconds);
    metrics.observe('groupSize', { group }, rows);
    if (group === 'statuses') countStatuses(statement.values?.[2], metrics);
    return result;
  };
  return {
    ...database,
    busy: () => busy,
    async query(statement) {
      const result = await counted(() => observed((given) => database.query(given), statement));
      if (statement.name !== undefined && groups.get(statement.name) === 'ingress') {
        // Messages of our own are put in inside transactions; these are customers'.
        const stored = Number(Object.values(result.rows[0] ?? {})[0] ?? 0);
        metrics.count('messages', { result: 'stored' }, stored);
        metrics.count('messages', { result: 'duplicate' }, rowsOf(statement.values) - stored);
      }
      return result;
    },
    transaction: (work) =>
      counted(() =>
        database.transaction((client) =>
          work({
            query: async (statement) => {
              const result = await observed((given) => client.query(given), statement);
              if (statement.name === 'mark-drafts') countMarks(statement.values?.[2], metrics);
              return result;
            },
          }),
        ),
      ),
  };
}

/** Grouped statements take one array a column; of `insert-inbound` the first is the message ids. */
function rowsOf(values: readonly unknown[] | undefined): number {
  const column = values?.find((value): value is unknown[] => Array.isArray(value));
  return column?.length ?? 0;
}

function countStatuses(column: unknown, metrics: Metrics): void {
  if (!Array.isArray(column)) return;
  for (const [status, n] of tally(column)) if (isStatus(status)) metrics.count('statuses', { status }, n);
}

function isStatus(status: unknown): status is ReceivedStatus['status'] {
  return typeof status === 'string' && statuses.has(status);
}

function countMarks(column: unknown, metrics: Metrics): void {
  if (!Array.isArray(column)) return;
  for (const [decision, n] of tally(column))
    if (decision === 'sending' || decision === 'refused' || decision === 'later')
      metrics.count('drafts', { decision }, n);
}

function tally(column: readonly unknown[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
