import { expect, test } from 'vitest';
import { asksToStop, yesOrNo } from './yes-no.ts';

test.each(['yes', 'Yes please!', 'ok', 'go ahead', 'yep, cancel it', '👍🏽', 'sure, do it', 'Yes, cancel'])(
  '"%s" is a yes',
  (text) => {
    expect(yesOrNo(text)).toBe('yes');
  },
);

test.each(['no', 'No, thanks', "don't", 'never mind', 'stop', 'no wait', 'keep it', "don't cancel it"])(
  '"%s" is a no',
  (text) => {
    expect(yesOrNo(text)).toBe('no');
  },
);

test.each([
  '',
  'cancel',
  'yesterday',
  'no idea where it is',
  'yes but where is it',
  'not the blue one',
  'okay thanks but keep it',
  'no, cancel A-1050',
])('"%s" is neither', (text) => {
  expect(yesOrNo(text)).toBe('neither');
});

test('a wish for no more messages is the whole message', () => {
  expect(asksToStop('STOP')).toBe(true);
  expect(asksToStop('unsubscribe please')).toBe(true);
  expect(asksToStop('stop my order')).toBe(false);
});
