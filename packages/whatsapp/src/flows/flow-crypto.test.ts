import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KeyObject } from 'node:crypto';
import { phoneThatAsks } from '../fixtures/flow-phone.ts';
import { decryptFlowRequest, encryptFlowResponse, EncryptedFlowRequest } from './flow-crypto.ts';
import { generateFlowKeys, readFlowKey } from './flow-keys.ts';

let publicPem: string;
let key: KeyObject;
let otherKey: KeyObject;
beforeAll(async () => {
  const [pair, other] = await Promise.all([generateFlowKeys(), generateFlowKeys()]);
  publicPem = pair.publicPem;
  key = readFlowKey(pair.privatePem);
  otherKey = readFlowKey(other.privatePem);
});

const envelopeOf = (body: Buffer) => EncryptedFlowRequest.parse(JSON.parse(body.toString()));

/** The same base64 with one bit of its bytes changed. */
function withBitChanged(base64: string, at: number): string {
  const bytes = Buffer.from(base64, 'base64');
  const place = at % (bytes.length * 8);
  bytes.writeUInt8(bytes.readUInt8(place >> 3) ^ (1 << (place & 7)), place >> 3);
  return bytes.toString('base64');
}

test('any JSON comes through both ways', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.dictionary(fc.string(), fc.jsonValue()), async (asked, answered) => {
      const phone = await phoneThatAsks(undefined, publicPem, { plain: asked });
      const opened = decryptFlowRequest(envelopeOf(phone.body), [key]);
      if (opened.kind !== 'decrypted') throw new Error('not decrypted');
      expect(new TextDecoder().decode(opened.plain)).toBe(asked);
      const answer: unknown = JSON.parse(JSON.stringify(answered));
      expect(await phone.open(encryptFlowResponse(answered, opened.session))).toEqual(answer);
    }),
    { numRuns: 50 },
  );
});

describe('a single changed bit', () => {
  test.each(['encrypted_flow_data', 'encrypted_aes_key', 'initial_vector'] as const)(
    'of %s makes the request undecryptable',
    async (field) => {
      const phone = await phoneThatAsks({ version: '3.0', action: 'ping' }, publicPem);
      const envelope = envelopeOf(phone.body);
      expect(decryptFlowRequest(envelope, [key]).kind).toBe('decrypted');
      fc.assert(
        fc.property(fc.nat(100_000), (at) => {
          const changed = { ...envelope, [field]: withBitChanged(envelope[field], at) };
          expect(decryptFlowRequest(changed, [key])).toEqual({ kind: 'undecryptable' });
        }),
        { numRuns: 60 },
      );
    },
  );

  test('of an answer is noticed by the phone', async () => {
    const phone = await phoneThatAsks({ version: '3.0', action: 'ping' }, publicPem);
    const opened = decryptFlowRequest(envelopeOf(phone.body), [key]);
    if (opened.kind !== 'decrypted') throw new Error('not decrypted');
    const answer = encryptFlowResponse({ data: { status: 'active' } }, opened.session);
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), async (at) => {
        await expect(phone.open(withBitChanged(answer, at))).rejects.toThrow(/operation/i);
      }),
      { numRuns: 40 },
    );
  });
});

test('a request is opened by whichever key it was made for, and by no other', async () => {
  const phone = await phoneThatAsks({ version: '3.0', action: 'ping' }, publicPem);
  const envelope = envelopeOf(phone.body);
  expect(decryptFlowRequest(envelope, [otherKey, key]).kind).toBe('decrypted');
  expect(decryptFlowRequest(envelope, [otherKey])).toEqual({ kind: 'undecryptable' });
  expect(decryptFlowRequest(envelope, [])).toEqual({ kind: 'undecryptable' });
});

test.each([
  ['too short for a tag', { encrypted_flow_data: 'AAAA' }],
  ['with a vector of another length', { initial_vector: 'AAAA' }],
  ['with a key that is no key', { encrypted_aes_key: 'AAAA' }],
])('a request %s is undecryptable', async (_what, changes) => {
  const phone = await phoneThatAsks({}, publicPem);
  expect(decryptFlowRequest({ ...envelopeOf(phone.body), ...changes }, [key])).toEqual({
    kind: 'undecryptable',
  });
});
