import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../support/test-database.ts';
import { cleanUp, temporaryFolder } from '../processes/real-process.ts';
import { problemsOf } from './fuzz-report.ts';
import { runFuzz } from './fuzz-run.ts';

afterAll(() => cleanUp());

test('mutated webhooks crash nothing, get no server error and cost no neighbour in their batch', async () => {
  const made = await createTestDatabase();
  try {
    const { connectionString } = made;
    const result = await runFuzz({ connectionString, folder: temporaryFolder(), payloads: 3_000, seed: 1 });
    expect(problemsOf(result)).toEqual([]);
    expect(result.witnesses).toBeGreaterThan(2_000);
    expect(Object.keys(result.answers).toSorted()).toEqual(['200', '400', '401']);
  } finally {
    await made.drop();
  }
}, 120_000);
