import { expect, test } from 'vitest';
import { asksIfBot } from './asks-if-bot.ts';

test.each([
  'are you a bot?',
  'Are you human',
  'r u a bot',
  'are you real?',
  'am I talking to a real person?',
  'is this a bot or a person?',
  'is this automated?',
  'are you an AI?',
  'are you ChatGPT?',
  'am i chatting with chat gpt',
])('"%s" asks whether this is a machine', (text) => {
  expect(asksIfBot(text)).toMatchObject({ asked: true, rest: '' });
});

test.each([
  'are you a real shop?',
  'is this real leather',
  'do you sell robot vacuum cleaners',
  'is this a person lift',
])('"%s" does not', (text) => {
  expect(asksIfBot(text).asked).toBe(false);
});

test('what else was said is kept', () => {
  expect(asksIfBot('Are you a bot? Where is A-1042?').rest).toBe('Where is A-1042?');
});
