import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@ambit/server/db/database';
import { migrate } from '@ambit/server/db/migrate';
import { startPostgres } from '@ambit/server/postgres/start-postgres';
import { runContest } from './contest.ts';

// node --conditions=ambit-source tests/appointments/double-booking.ts --attempts 10000 --slots 100 --processes 4
const { values } = parseArgs({
  options: {
    attempts: { type: 'string', default: '10000' },
    slots: { type: 'string', default: '100' },
    processes: { type: 'string', default: '4' },
  },
});
const attempts = Number(values.attempts);
const slots = Number(values.slots);
const processes = Number(values.processes);

const home = await mkdtemp(join(tmpdir(), 'ambit-double-booking-'));
const postgres = await startPostgres({
  dataDir: join(home, 'postgres'),
  log: { info: () => undefined, warn: () => undefined },
  endsWithOwner: true,
});
try {
  const { connectionString } = postgres;
  const database = openDatabase({ connectionString, poolSize: 4, onError: () => undefined });
  await migrate(database);
  const result = await runContest(database, connectionString, {
    attempts,
    slots,
    processes,
    kind: 'staff',
    capacity: 1,
  });
  await database.close();
  process.stdout.write(`${JSON.stringify({ attempts, slots, processes, ...result }, undefined, 2)}\n`);
  const right =
    result.booked === slots &&
    result.slotsFilled === slots &&
    result.toldBooked === slots &&
    result.toldTaken === attempts - slots &&
    result.overCapacity === 0 &&
    result.repeatedDifferently === 0;
  process.stdout.write(right ? `exactly ${slots} booked, none twice\n` : 'WRONG\n');
  if (!right) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}
