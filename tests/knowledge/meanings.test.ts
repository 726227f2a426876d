import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { KnowledgePassage } from '@ambit/core/business/business';
import type { Encoder } from '@ambit/guard/encoder/encoder';
import { loadEnglishEncoder } from '@ambit/guard/encoder/english/english-encoder';
import { createVectorStore } from '@ambit/server/compose/create-vector-store';
import type { Database } from '@ambit/server/db/database';
import { readTableShapes } from '@ambit/server/db/table-shapes';
import { createKnowledge, type MeaningSource } from '@ambit/server/knowledge/create-knowledge';
import type { Knowledge } from '@ambit/server/ports/judges';
import type { VectorStore } from '@ambit/server/ports/vector-store';
import { quietLog } from '../support/engine-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { startVectorDatabase } from '../support/vector-database.ts';

let english: Encoder;
let plain: TestDatabase;
let withVectors: Awaited<ReturnType<typeof startVectorDatabase>>;
beforeAll(async () => {
  [english, plain, withVectors] = await Promise.all([
    loadEnglishEncoder(),
    createTestDatabase(),
    startVectorDatabase(),
  ]);
});
afterAll(async () => {
  await Promise.all([english.close(), plain.drop(), withVectors.stop()]);
});
beforeEach(async () => {
  for (const database of [plain.database, withVectors.database])
    await database.query({ text: 'truncate meaning_vectors' });
});

const passages = [
  'How do I return an item?',
  'When are you open?',
  'Where is my parcel?',
  'Which cards do you take?',
  'Is there a warranty?',
  'Can I change my delivery address?',
  'Do you have gift cards?',
  'I forgot my password',
].map((title, at): KnowledgePassage => ({ passageId: `p${at}`, source: 'faq', title, body: '' }));

/** The last two have no word that the passages know. */
const asked = [
  'I would like to give this back and get my money',
  'At what time does the store close tonight?',
  'I cannot recall my passcode',
  'Until when can I come by?',
];

/** A knowledge that looks where it is told, with what was encoded for it and what it logged. */
async function known(database: Database, source: Partial<MeaningSource> = {}) {
  const encoded: string[] = [];
  const told: unknown[] = [];
  const vectors = await createVectorStore(database, quietLog);
  const knowledge = createKnowledge(passages, {
    encoder: {
      ...english,
      encode(texts) {
        encoded.push(...texts);
        return english.encode(texts);
      },
    },
    vectors,
    searchedFrom: 1,
    monotonicMs: () => performance.now(),
    log: {
      info: (event, fields) => told.push(fields?.['comparedIn'] ?? event),
      warn: (event) => told.push(event),
    },
    ...source,
  });
  await knowledge.prepared;
  return { knowledge, encoded, told, vectors };
}

/** What is found for each question, best first. */
async function foundIn(knowledge: Knowledge): Promise<readonly (readonly string[])[]> {
  const found = await Promise.all(asked.map((text) => knowledge.retrieve({ text, language: 'en' }, 5)));
  return found.map((some) => some.map(({ passageId, score }) => `${passageId} ${score.toFixed(2)}`));
}

async function setsOf(database: Database): Promise<readonly string[]> {
  const found = await database.query({
    text: `select relname::text as name from pg_class where relkind = 'r' and starts_with(relname, 'meaning_set_')`,
  });
  return found.rows.map(({ name }) => String(name));
}

test('a database with pgvector finds what memory finds', async () => {
  const inMemory = await known(plain.database);
  const inDatabase = await known(withVectors.database);
  expect([inMemory.told, inDatabase.told]).toEqual([['memory'], ['memory', 'database']]);
  expect(await setsOf(withVectors.database)).toHaveLength(1);
  const found = await foundIn(inDatabase.knowledge);
  expect(found).toEqual(await foundIn(inMemory.knowledge));
  expect(found).not.toEqual(await foundIn(createKnowledge(passages)));
});

test('what one node has encoded no other encodes, and a set of meanings is made once', async () => {
  expect((await known(withVectors.database)).encoded).toHaveLength(passages.length);
  const others = await Promise.all([known(withVectors.database), known(withVectors.database)]);
  expect(others.map(({ encoded }) => encoded)).toEqual([[], []]);
  expect(await setsOf(withVectors.database)).toHaveLength(1);
  await known(plain.database);
  expect((await known(plain.database)).encoded).toEqual([]);
});

test('a set that nobody uses any more is dropped when another is made, one in use is kept', async () => {
  const { database } = withVectors;
  const store = await createVectorStore(database, quietLog);
  const meaning = { raw: Float32Array.of(1, 0), whitened: Float32Array.of(0, 1) };
  const make = (name: string): Promise<void> | undefined => store.search?.prepare(name, [meaning]);
  await make('a1');
  await make('b2');
  await database.query({ text: 'update meaning_sets set used_on = current_date - 3' });
  expect(await store.search?.nearest('a1', meaning, 5)).toEqual([{ at: 0, whitened: 1, raw: 1 }]);
  await make('c3');
  expect((await setsOf(database)).toSorted()).toEqual(['meaning_set_a1', 'meaning_set_c3']);
});

test('an encoder that fails at first is asked again, and meanwhile words decide', async () => {
  let [works, now] = [false, 0];
  const flaky: Encoder = {
    ...english,
    encode: (texts) => (works ? english.encode(texts) : Promise.reject(new Error('the API is down'))),
  };
  const { knowledge, told } = await known(plain.database, { encoder: flaky, monotonicMs: () => now });
  expect(await foundIn(knowledge)).toEqual(await foundIn(createKnowledge(passages)));
  expect(told).toEqual(['knowledge.meanings-missing']);
  works = true;
  now = 61_000;
  await foundIn(knowledge);
  await expect.poll(() => told).toEqual(['knowledge.meanings-missing', 'memory']);
  expect(await foundIn(knowledge)).not.toEqual(await foundIn(createKnowledge(passages)));
});

test('a database that stops searching costs the meanings, not the answer', async () => {
  const broken: VectorStore = {
    ...(await createVectorStore(plain.database, quietLog)),
    search: {
      mostDimensions: 4_000,
      prepare: () => Promise.resolve(),
      nearest: () => Promise.reject(new Error('the connection broke')),
    },
  };
  const { knowledge } = await known(plain.database, { vectors: broken });
  const [first] = await knowledge.retrieve({ text: 'is there a warranty', language: 'en' }, 3);
  expect(first?.passageId).toBe('p4');
});

test('meanings are in no backup: they are made anew', async () => {
  await known(withVectors.database);
  const tables = (await readTableShapes(withVectors.database)).map(({ name }) => name);
  expect(tables.filter((name) => name.startsWith('meaning'))).toEqual([]);
});
