import { expect, test } from 'vitest';
import { createRedact } from './redact.ts';

const redact = createRedact(['a-very-secret-token']);
const error = (text: string) => redact({ error: text })['error'];

test.each([
  ['to +1 (555) 010-0123 failed', 'to [redacted] failed'],
  ['to 16505550100.', 'to [redacted].'],
  ['"447911123456" is unknown', '"[redacted]" is unknown'],
  ['wamid.HBgLMTY1MDU1NTAxMDAVAgA= is known', 'wamid.… is known'],
  ['user US.13491208655302741918 is unknown', 'user [redacted] is unknown'],
  ['sent "Bearer abc.def"', 'sent "Bearer [redacted]"'],
  ['postgres://ambit:hunter22@db:5432/x', 'postgres://ambit:[redacted]@db:5432/x'],
  ['GET /?token=abc&x=1', 'GET /?token=[redacted]&x=1'],
  ['it said a-very-secret-token', 'it said [redacted]'],
  [`Unexpected token 'h', "hello I am "... is not valid JSON`, `Unexpected token 'h', "…" is not valid JSON`],
  ['invalid input syntax for type uuid: "Maya Lindqvist"', 'invalid input syntax for type uuid: "…"'],
])('%s', (given, told) => {
  expect(error(given)).toBe(told);
});

test.each([
  'the turn 0192f0c4-7c1e-7b8a-9c3e-0123456789ab was fenced',
  'at 2026-11-22T01:57:34.123Z',
  'http://127.0.0.1:54321 does not answer',
  'at run (/srv/ambit/packages/server/src/pipeline/run-turn.ts:123:45)',
  'HTTP 500 after 12345 ms',
  'code 131056',
])('what names nobody stays: %s', (text) => {
  expect(error(text)).toBe(text);
});

test('a field with a telling name is hidden whatever it holds, at any depth; ids and measures stay', () => {
  expect(
    redact({
      phone: '123',
      channelId: 'whatsapp:106540352242922',
      mediaId: '1234567890',
      bytes: 12_345_678,
      draft: { recipient: { phone: '1' }, content: { body: 'hi' }, kind: 'text' },
    }),
  ).toEqual({
    phone: '[redacted]',
    channelId: 'whatsapp:106540352242922',
    mediaId: '1234567890',
    bytes: 12_345_678,
    draft: { recipient: '[redacted]', content: '[redacted]', kind: 'text' },
  });
});
