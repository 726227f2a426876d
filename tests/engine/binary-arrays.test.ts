import { afterAll, beforeAll, expect, test } from 'vitest';
import { binaryArray, type ElementType } from '@ambit/server/db/binary-arrays';
import { isDataError } from '@ambit/server/db/database';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createTestDatabase();
});
afterAll(() => made.drop());

const long = `${'a "quoted" \\ word, {braces} '.repeat(9_000)}é😀`;
const id = '0f8fad5b-d9cb-469f-a165-70867728950e';

test.each<{ type: ElementType; elements: readonly unknown[] }>([
  { type: 'text', elements: ['', 'NULL', null, '{a,"b"}', 'naïve 日本語 😀', long] },
  { type: 'jsonb', elements: ['{"a": [1, "x\\ny"]}', null, JSON.stringify({ long }), '"é"'] },
  { type: 'uuid', elements: [id, null, id.toUpperCase()] },
  { type: 'bool', elements: [true, null, false] },
  { type: 'int2', elements: [0, -4, null, 32_767] },
  { type: 'int4', elements: [-2_147_483_647, null, 2_147_483_647] },
  { type: 'int8', elements: [0, -1, 1_795_343_022_563, null, 2 ** 52, -(2 ** 33) - 7] },
  { type: 'float8', elements: [0.1, null, -2e300] },
  {
    type: 'timestamptz',
    elements: [new Date('2026-11-24T20:00:00.123Z'), null, new Date('1969-07-20T20:17:40.5Z')],
  },
  { type: 'tid', elements: ['(0,1)', null, '(4294967294,291)'] },
  { type: 'text', elements: [] },
])('what PostgreSQL reads of an array of $type is what it reads of the same as text', async (given) => {
  const { type, elements } = given;
  expect(binaryArray(type, elements)).toBeDefined();
  const text = `select $1::${type}[]::text as read, array_length($1::${type}[], 1) as length`;
  const asBinary = await made.database.query({ text, values: [elements], arrays: [type] });
  const asText = await made.database.query({ text, values: [elements] });
  expect(asBinary.rows).toEqual(asText.rows);
});

test.each<{ type: ElementType; element: unknown }>([
  { type: 'uuid', element: 'no-uuid' },
  { type: 'text', element: 'a\0b' },
  { type: 'jsonb', element: '{"broken"' },
  { type: 'int4', element: 2 ** 40 },
])('an element that is no $type is an error of what was given, not of the world', async (given) => {
  const asked = made.database.query({
    text: `select $1::${given.type}[] as read`,
    values: [[given.element]],
    arrays: [given.type],
  });
  await expect(asked).rejects.toSatisfy(isDataError);
});
