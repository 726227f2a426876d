import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { runContest } from './contest.ts';

let made: TestDatabase;
beforeEach(async () => {
  made = await createTestDatabase();
});
afterEach(() => made.drop());

test(
  'many ask for few slots at once from several processes: each slot is booked once',
  { timeout: 120_000 },
  async () => {
    const contest = { attempts: 400, slots: 20, processes: 2, kind: 'staff', capacity: 1 } as const;
    const { seconds, ...result } = await runContest(made.database, made.connectionString, contest);
    expect(seconds).toBeGreaterThan(0);
    expect(result).toEqual({
      toldBooked: 20,
      toldTaken: 380,
      other: [],
      repeatedDifferently: 0,
      booked: 20,
      slotsFilled: 20,
      overCapacity: 0,
    });
  },
);

test('a course takes as many as it has places for, and nobody more', { timeout: 120_000 }, async () => {
  const contest = { attempts: 200, slots: 5, processes: 2, kind: 'course', capacity: 3 } as const;
  const result = await runContest(made.database, made.connectionString, contest);
  expect(result).toMatchObject({ toldBooked: 15, booked: 15, slotsFilled: 5, overCapacity: 0, other: [] });
});
