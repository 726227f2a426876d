import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FlowMedia, openFlowMedia } from './flow-media.ts';

/** As a phone puts a file on the CDN, and tells the endpoint of it. */
function sealed(plain: Uint8Array) {
  const [key, hmacKey, iv] = [randomBytes(32), randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  const mac = createHmac('sha256', hmacKey)
    .update(Buffer.concat([iv, ciphertext]))
    .digest();
  const file = Buffer.concat([ciphertext, mac.subarray(0, 10)]);
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
  const wire = {
    media_id: '1',
    file_name: 'receipt.jpg',
    cdn_url: 'https://mmg.whatsapp.net/v/1',
    encryption_metadata: {
      encryption_key: key.toString('base64'),
      hmac_key: hmacKey.toString('base64'),
      iv: iv.toString('base64'),
      plaintext_hash: hash(plain),
      encrypted_hash: hash(file),
    },
  };
  return { file, wire, hash };
}

test('any file that a person gave is opened', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (plain) => {
      const { file, wire } = sealed(plain);
      const opened = openFlowMedia(file, FlowMedia.parse(wire));
      expect(opened.kind === 'opened' && Buffer.from(opened.bytes).equals(plain)).toBe(true);
    }),
  );
});

test('a file with a single bit changed is damaged, even when somebody has made its hash fit', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (at) => {
      const { file, wire, hash } = sealed(Buffer.from('a photo of a receipt'));
      const place = at % (file.length * 8);
      const changed = file.with(place >> 3, file.readUInt8(place >> 3) ^ (1 << (place & 7)));
      expect(openFlowMedia(changed, FlowMedia.parse(wire)).kind).toBe('damaged');
      const fitting = {
        ...wire,
        encryption_metadata: { ...wire.encryption_metadata, encrypted_hash: hash(changed) },
      };
      expect(openFlowMedia(changed, FlowMedia.parse(fitting)).kind).toBe('damaged');
    }),
  );
});

test('the opened file has to be the one that was announced', () => {
  const { file, wire, hash } = sealed(Buffer.from('a photo'));
  const other = {
    ...wire,
    encryption_metadata: { ...wire.encryption_metadata, plaintext_hash: hash(Buffer.from('another')) },
  };
  expect(openFlowMedia(file, FlowMedia.parse(other))).toEqual({
    kind: 'damaged',
    why: 'the opened file has another hash',
  });
});

test('a file that is too short, or has a key of another length, is damaged', () => {
  const { file, wire, hash } = sealed(Buffer.from('a photo'));
  const short = file.subarray(0, 5);
  const told = (changes: object) =>
    FlowMedia.parse({ ...wire, encryption_metadata: { ...wire.encryption_metadata, ...changes } });
  expect(openFlowMedia(short, told({ encrypted_hash: hash(short) })).kind).toBe('damaged');
  expect(openFlowMedia(file, told({ encryption_key: 'AAAA' })).kind).toBe('damaged');
});
