import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig, secretsOf } from '@ambit/server/config';
import { createSecrets, keepToolSecrets } from '@ambit/server/tools/tool-secrets';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createTestDatabase();
});
afterAll(() => made.drop());

const secretKey = randomBytes(32);
const keep = (secrets: readonly (readonly [string, string])[], key: Uint8Array = secretKey): Promise<void> =>
  keepToolSecrets(made.database, { secretKey: key, tools: { secrets: new Map(secrets) } });

test('a secret is sealed in the database and opened with the key alone', async () => {
  await keep([['shop-key', 'T0p-s3cret']]);
  const secrets = createSecrets(made.database, secretKey);
  expect(await secrets('shop-key')).toBe('T0p-s3cret');
  expect(await secrets('nobody')).toBeUndefined();
  const rows = await made.database.query({
    text: `select encode(sealed, 'escape') as sealed from tool_secrets`,
  });
  expect(JSON.stringify(rows.rows)).not.toContain('T0p-s3cret');
  await expect(createSecrets(made.database, randomBytes(32))('shop-key')).rejects.toThrow('AMBIT_SECRET_KEY');
});

test('a later start keeps what it is not told, and renews what it is', async () => {
  await keep([['first', 'one']]);
  await keep([]);
  expect(await createSecrets(made.database, secretKey)('first')).toBe('one');
  await keep([['first', 'two']]);
  expect(await createSecrets(made.database, secretKey)('first')).toBe('two');
});

test('another key writes over nothing', async () => {
  await keep([['kept', 'one']]);
  await expect(keep([['kept', 'two']], randomBytes(32))).rejects.toThrow('another key');
  expect(await createSecrets(made.database, secretKey)('kept')).toBe('one');
});

test('secrets are set by the environment, by the name that tool files use, and masked in logs', () => {
  const config = readConfig(
    {
      AMBIT_TOKEN: 'a-token-of-some-length',
      AMBIT_SECRET_KEY: secretKey.toString('base64'),
      AMBIT_TOOL_SECRET_SHOP_KEY: 'T0p-s3cret',
      AMBIT_TOOL_PRIVATE_HOSTS: '127.0.0.1:8080,erp.internal',
      WHATSAPP_PHONE_NUMBER_ID: '1',
      WHATSAPP_ACCESS_TOKEN: 'x',
      WHATSAPP_APP_SECRET: 'x',
      WHATSAPP_VERIFY_TOKEN: 'x',
    },
    [],
  );
  expect([...config.tools.secrets]).toEqual([['shop-key', 'T0p-s3cret']]);
  expect(config.tools.privateHosts).toEqual(['127.0.0.1:8080', 'erp.internal']);
  expect(config.tools.hosts).toBeUndefined();
  expect(secretsOf(config)).toContain('T0p-s3cret');
});
