import type { Database, Queryable } from '../db/database.ts';

/** What came of some work, and whether it is to last. */
type Tried<T> = { readonly lasts: boolean; readonly outcome: T };

/** Ends a transaction whose work is not to last, with what came of it. */
class Undone<T> extends Error {
  readonly outcome: T;

  constructor(outcome: T) {
    super('This was not to last');
    this.name = 'Undone';
    this.outcome = outcome;
  }
}

/** Runs `work` in one transaction, and undoes all of it when what came of it is not to last. */
export async function tryTransaction<T>(
  database: Database,
  work: (client: Queryable) => Promise<Tried<T>>,
): Promise<T> {
  let undone: Undone<T> | undefined;
  try {
    return await database.transaction(async (client) => {
      const { lasts, outcome } = await work(client);
      if (lasts) return outcome;
      undone = new Undone(outcome);
      throw undone;
    });
  } catch (error) {
    if (undone !== undefined && error === undone) return undone.outcome;
    throw error;
  }
}
