import type { Database, Queryable } from '../db/database.ts';
import type { Traces } from '../ports/traces.ts';
import { messagePlace } from '../traces/span-places.ts';
import type { TurnPlaces } from './turn-places.ts';

/** A database that tells of storing, committing and clearing, each message and turn in its own trace. */
export function traceDatabase(database: Database, traces: Traces, places: TurnPlaces): Database {
  const traced =
    (query: Queryable['query']): Queryable['query'] =>
    async (statement) => {
      const startedAt = performance.now();
      const result = await query(statement);
      tell(statement, { startedAt, endedAt: performance.now() });
      return result;
    };

  function tell(
    { name, values = [] }: Parameters<Queryable['query']>[0],
    times: { readonly startedAt: number; readonly endedAt: number },
  ): void {
    if (name === 'insert-inbound' || name === 'insert-inbound-channels') {
      const ids = textsOf(values[1]);
      for (const id of ids)
        traces.told({ name: 'store', parent: messagePlace(id), ...times, attributes: { rows: ids.length } });
    }
    if (name === 'close-turns') {
      const ids = textsOf(values[2]);
      for (const id of ids) {
        const parent = places.ofTurn(id);
        if (parent !== undefined)
          traces.told({ name: 'commit', parent, ...times, attributes: { turn_id: id, rows: ids.length } });
      }
    }
    if (name === 'mark-drafts') {
      const decisions = textsOf(values[2]);
      for (const [index, id] of textsOf(values[1]).entries()) {
        const parent = places.ofMessage(id);
        const attributes = { outbox_id: id, decision: decisions[index] ?? '' };
        traces.told({ name: 'clear', ...times, attributes, ...(parent === undefined ? {} : { parent }) });
      }
    }
  }

  return {
    ...database,
    query: traced((statement) => database.query(statement)),
    transaction: (work) =>
      database.transaction((client) => work({ query: traced((statement) => client.query(statement)) })),
  };
}

function textsOf(column: unknown): readonly string[] {
  return Array.isArray(column) ? column.filter((value) => typeof value === 'string') : [];
}
