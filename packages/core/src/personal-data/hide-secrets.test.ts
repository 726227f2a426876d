import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSecrets, hideSecretsIn } from './hide-secrets.ts';
import { withoutSecrets } from './without-secrets.ts';

test.each([
  ['my card is 4111 1111 1111 1111, cvv 123', 'my card is (card number hidden), cvv (code hidden)'],
  ['बताइए, कार्ड ४१११ ११११ ११११ ११११', 'बताइए, कार्ड (card number hidden)'],
  ['بطاقتي ٤١١١١١١١١١١١١١١١ شكرا', 'بطاقتي (card number hidden) شكرا'],
  ['mi contraseña es gato1234', 'mi contraseña es (code hidden)'],
  ['密码是abc123', '密码是(code hidden)'],
  ['482913 is my OTP', '(code hidden) is my OTP'],
])('"%s" is kept as "%s"', (said, kept) => {
  expect(hideSecrets(said)).toBe(kept);
});

test.each([
  'where is order 4111111111111111?',
  'call me at 6281234567897 or +62 812 3456 7890',
  'the IMEI is 356938035643809',
  'device 356938035643809',
  '14 MG Road, Bangalore, pin 560034',
  'no digits at all',
])('"%s" is kept as it came', (said) => {
  expect(hideSecrets(said)).toBe(said);
});

test('what was hidden is still known for a secret, and what stood beside it is served', () => {
  const kept = hideSecrets('card 4111 1111 1111 1111 cvv 123, where is A-1042?');
  expect(withoutSecrets(kept)?.rest).toBe('where is A-1042?');
  expect(withoutSecrets(hideSecrets('4111111111111111'))).toEqual({ rest: '', beside: '', around: '' });
});

test('what is hidden once stays as it is, and is understood as the message itself was', () => {
  const parts = fc.constantFrom(
    '4111111111111111',
    ' ',
    'my pin is 4829',
    ', ',
    'é',
    'order A-10',
    '😀',
    'otp',
  );
  fc.assert(
    fc.property(fc.array(parts), (said) => {
      const text = said.join('');
      const kept = hideSecrets(text);
      expect(hideSecrets(kept)).toBe(kept);
      expect(withoutSecrets(kept)?.rest).toBe(withoutSecrets(text)?.rest);
      expect(withoutSecrets(kept)?.beside).toBe(withoutSecrets(text)?.beside);
    }),
  );
});

test('captions, edits, transcripts and notes to a basket are hidden as texts are', () => {
  const said = 'card 4111 1111 1111 1111';
  const kept = 'card (card number hidden)';
  expect(hideSecretsIn({ kind: 'edit', of: 'wamid.1', body: said })).toMatchObject({ body: kept });
  expect(hideSecretsIn({ kind: 'media', medium: 'image', mediaId: 'm', caption: said })).toMatchObject({
    caption: kept,
  });
  expect(
    hideSecretsIn({
      kind: 'media',
      medium: 'audio',
      mediaId: 'm',
      transcript: { kind: 'heard', text: said },
    }),
  ).toMatchObject({ transcript: { text: kept } });
  expect(hideSecretsIn({ kind: 'order', items: [], note: said })).toMatchObject({ note: kept });
});
