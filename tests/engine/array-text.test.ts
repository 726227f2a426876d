import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonArray, numberArray, textArray } from '@ambit/server/db/array-text';
import { jsonText, storableText } from '@ambit/server/db/json-text';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createTestDatabase();
});
afterAll(() => made.drop());

test('PostgreSQL reads from a written array what was put in', { timeout: 60_000 }, async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }).map(storableText),
    fc.constantFrom(
      '',
      'NULL',
      'null',
      '"',
      '\\',
      '{',
      '}',
      ',',
      ' ',
      '\n',
      String.raw`\"`,
      String.raw`\u0041`,
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(text), { maxLength: 8 }),
      fc.array(fc.maxSafeInteger(), { maxLength: 8 }),
      fc.array(
        fc.option(
          fc.oneof(
            fc.jsonValue(),
            text.map((inner) => ({ [inner]: inner })),
          ),
        ),
        { maxLength: 8 },
      ),
      async (texts, numbers, values) => {
        const written = values.map((value) => (value === null ? null : jsonText(value)));
        const found = await made.database.query({
          text: `select $1::text[] as texts, $2::bigint[]::text[] as numbers, $3::jsonb[] as written,
                        array(select x::jsonb from unnest($4::text[]) as x) as plain`,
          values: [textArray(texts), numberArray(numbers), jsonArray(written), written],
        });
        expect(found.rows[0]).toMatchObject({ texts, numbers: numbers.map(String) });
        expect(found.rows[0]?.['written']).toEqual(found.rows[0]?.['plain']);
      },
    ),
    { numRuns: 200 },
  );
});
