import { z } from 'zod';
import { openDatabase } from '@ambit/server/db/database';
import type { ToolOutcome } from '@ambit/server/ports/tools';
import { createAppointmentTools } from '@ambit/server/tools/appointment-tools';
import { contestNow, slotStart, type BookersReport } from './contest.ts';

// A process of the contest: so many customers, of whom 16 ask at any moment over eight connections.
const [connectionString, ...numbers] = z
  .tuple([z.string(), z.string(), z.string(), z.string()])
  .parse(process.argv.slice(2));
const [first, count, slots] = z
  .tuple([z.coerce.number(), z.coerce.number(), z.coerce.number()])
  .parse(numbers);
const atOnce = 16;
const mostAttempts = 5;

const database = openDatabase({ connectionString, poolSize: 8, onError: () => undefined });
const book = createAppointmentTools(database, { now: () => contestNow }).find(
  ({ name }) => name === 'book-appointment',
);
if (book === undefined) throw new Error('there is no tool that books');

const Told = z.object({ kind: z.string() });
const report: z.infer<typeof BookersReport> = { booked: 0, taken: 0, other: [], repeatedDifferently: 0 };
let next = first;

async function askInTurn(tool: NonNullable<typeof book>): Promise<void> {
  for (let customer = next++; customer < first + count; customer = next++) {
    const ask = async (attempt = 1): Promise<ToolOutcome> => {
      const outcome = await tool.call(
        { startsAt: slotStart(customer % slots), name: `Customer ${customer}` },
        `attempt-${customer}`,
        AbortSignal.timeout(60_000),
        { contactId: `contact-${customer}` },
      );
      // No connection was free in time: asked again under the same key, as a turn that is run again does.
      return outcome.kind === 'failed' && attempt < mostAttempts ? ask(attempt + 1) : outcome;
    };
    const [outcome, again] = await Promise.all(customer % 10 === 0 ? [ask(), ask()] : [ask()]);
    if (again !== undefined && JSON.stringify(sorted(again)) !== JSON.stringify(sorted(outcome)))
      report.repeatedDifferently += 1;
    const told = outcome?.kind === 'answered' ? Told.parse(outcome.output).kind : JSON.stringify(outcome);
    if (told === 'booked') report.booked += 1;
    else if (told === 'taken') report.taken += 1;
    else report.other.push(told);
  }
}

/** PostgreSQL gives JSON back with its keys in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

await Promise.all(Array.from({ length: atOnce }, () => askInTurn(book)));
await database.close();
process.stdout.write(JSON.stringify(report));
