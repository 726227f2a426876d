import { randomInt } from 'node:crypto';

/** How often a number that is taken already is drawn anew. */
const attempts = 5;

/**
 * Draws numbers such as "W-204871" until one is free: nobody can tell another customer's from their own.
 * `claim`: writes what has the number; false when the number is another's.
 */
export async function withNewNumber<T>(
  prefix: string,
  claim: (number: string) => Promise<T | undefined>,
): Promise<T> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const made = await claim(`${prefix}-${randomInt(100_000, 1_000_000)}`);
    if (made !== undefined) return made;
  }
  throw new Error(`No number is free that begins with "${prefix}-"; there are too many in the table`);
}
