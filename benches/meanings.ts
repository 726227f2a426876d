/**
 * How long it takes to find the nearest meanings among many questions, in memory and in a database with pgvector.
 * Run: `npm run -s bench:meanings -- [--json] [--questions N] [--asked N] [--dimensions N] [--port N]`.
 *
 * Vectors are drawn (seed 7) as questions lie: around `questions / 3` topics, three to a topic; what is asked lies near
 * one of them. `memoryP50Ms`, `memoryP95Ms`: looking at every vector, on this thread; `memoryMb`: what the vectors take.
 * `databaseP50Ms`, `databaseP95Ms`: one search by the index of pgvector, as wall time; `databaseCpuMs`: what of it this
 * thread spends; `databaseFirst`: the share, in per cent, for which the nearest of all is found, `databaseRecall`: the
 * share of the 100 nearest; `prepareS`: filling the table and its index, once for each state of the knowledge. Left out,
 * aloud, without `--port`: of a PostgreSQL with pgvector on this machine that lets `postgres` in without a password; its
 * database "postgres" is written to. `floorP50Ms`: the floor, one
 * array a vector and a function call a product.
 */
import { likeness, unitVector, type Meaning } from '@ambit/guard/encoder/meaning';
import { createVectorStore } from '@ambit/server/compose/create-vector-store';
import { openDatabase } from '@ambit/server/db/database';
import { migrate } from '@ambit/server/db/migrate';
import { mostNear, nearestInMemory } from '@ambit/server/knowledge/nearest-questions';
import { median, printReport, quantile, readArguments, rounded } from './support/bench-report.ts';
import { seeded } from './support/guard-data.ts';

const { json, numbers } = readArguments({ questions: 10_000, asked: 200, dimensions: 512, port: 0 });
const figures: Record<string, number> = {};
const notes = [
  `Seed 7; ${numbers.questions} vectors of ${numbers.dimensions} numbers, ${numbers.asked} asked.`,
];

const random = seeded(7);
const centres = Array.from({ length: Math.ceil(numbers.questions / 3) }, () => around());
const meanings = Array.from({ length: numbers.questions }, (_, at) => near(at, 0.6));
const asked = Array.from({ length: numbers.asked }, () =>
  near(Math.floor(random() * numbers.questions), 0.8),
);

const find = nearestInMemory(meanings);
const exact = await Promise.all(asked.map((one) => find(one)));
figures['memoryMb'] = rounded((meanings.length * numbers.dimensions * 4 * 2) / 2 ** 20);
time('memory', await timed(asked, find));
figures['floorP50Ms'] = rounded(
  median(
    (await timed(asked.slice(0, 50), (one) => Promise.resolve(meanings.map((each) => likeness(one, each)))))
      .ms,
  ),
);
if (numbers.port === 0) notes.push('No --port: pgvector was left out.');
else await searchDatabase(`postgresql://postgres@127.0.0.1:${numbers.port}/postgres`);
printReport(
  {
    bench: 'meanings',
    figures,
    targets: ['memoryP95Ms', 'databaseP95Ms']
      .filter((figure) => figure in figures)
      .map((figure) => ({ figure, wanted: '≤ 15', met: (figures[figure] ?? Infinity) <= 15 })),
    notes,
  },
  json,
);

async function searchDatabase(connectionString: string): Promise<void> {
  const database = openDatabase({ connectionString, poolSize: 4, onError: () => undefined });
  await migrate(database);
  const quiet = () => undefined;
  const { search } = await createVectorStore(database, {
    debug: quiet,
    info: (_, fields) => notes.push(`pgvector ${String(fields?.['version'])}.`),
    warn: (event, fields) => notes.push(`${event}: ${String(fields?.['message'])}`),
    error: quiet,
  });
  if (search === undefined) notes.push('The database has no pgvector: it was left out.');
  else {
    const name = Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');
    const from = performance.now();
    await search.prepare(name, meanings);
    figures['prepareS'] = rounded((performance.now() - from) / 1_000);
    const found = await Promise.all(asked.map((one) => search.nearest(name, one, mostNear)));
    const cpu = process.cpuUsage();
    time('database', await timed(asked, (one) => search.nearest(name, one, mostNear)));
    const { user, system } = process.cpuUsage(cpu);
    figures['databaseCpuMs'] = rounded((user + system) / 1_000 / asked.length);
    const share = (hits: readonly number[]): number =>
      rounded((100 * hits.reduce((sum, hit) => sum + hit, 0)) / hits.length);
    figures['databaseFirst'] = share(exact.map((near, n) => (found[n]?.[0]?.at === near[0]?.at ? 1 : 0)));
    figures['databaseRecall'] = share(
      exact.map((near, n) => {
        const places = new Set(found[n]?.map(({ at }) => at));
        return near.filter(({ at }) => places.has(at)).length / near.length;
      }),
    );
  }
  await database.close();
}

function time(where: string, { ms }: { readonly ms: readonly number[] }): void {
  figures[`${where}P50Ms`] = rounded(median(ms));
  figures[`${where}P95Ms`] = rounded(quantile(ms, 0.95));
}

async function timed<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<{ readonly ms: readonly number[] }> {
  const ms: number[] = [];
  for (const item of items) {
    const from = performance.now();
    await work(item);
    ms.push(performance.now() - from);
  }
  return { ms };
}

function around(): Float32Array {
  return unitVector(Float32Array.from({ length: numbers.dimensions }, () => gauss()));
}

/** Near the topic of a question. `spread`: how far, against the distance of topics. */
function near(at: number, spread: number): Meaning {
  const centre = centres[Math.floor(at / 3)] ?? around();
  const vector = (): Float32Array => {
    const off = around();
    return unitVector(centre.map((value, each) => value + spread * (off[each] ?? 0)));
  };
  return { raw: vector(), whitened: vector() };
}

function gauss(): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
