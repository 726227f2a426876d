import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { generateFlowKeys, publicPemOf, readFlowKey } from './flow-keys.ts';

test('a pair belongs together', async () => {
  const { publicPem, privatePem } = await generateFlowKeys();
  expect(publicPem).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  expect(privatePem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(publicPemOf(readFlowKey(privatePem))).toBe(publicPem);
});

test('a private key with a passphrase opens only with it', async () => {
  const { publicPem, privatePem } = await generateFlowKeys({ passphrase: 'correct horse' });
  expect(privatePem).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  expect(publicPemOf(readFlowKey(privatePem, 'correct horse'))).toBe(publicPem);
  for (const wrong of [undefined, '', 'battery staple'])
    expect(() => readFlowKey(privatePem, wrong)).toThrow(
      /^(?!.*staple)The private key for Flows cannot be read/,
    );
});

test('an empty passphrase is no passphrase', async () => {
  await expect(generateFlowKeys({ passphrase: '' })).rejects.toThrow('is empty');
});

test('what is not a private RSA key of 2048 bits is refused', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  for (const key of [short, curve])
    expect(() => readFlowKey(key.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow(
      'not RSA with 2048 bits',
    );
  expect(() => readFlowKey('nonsense')).toThrow('cannot be read');
});
