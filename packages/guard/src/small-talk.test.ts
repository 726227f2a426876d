import { expect, test } from 'vitest';
import { smallTalkIn } from './small-talk.ts';

test.each(['hi', 'Hellooo 👋', 'Hi there!', 'good morning', 'hey, how are you?', 'Buenos días'])(
  '"%s" is a greeting',
  (text) => {
    expect(smallTalkIn(text)?.kind).toBe('greeting');
  },
);

test.each([
  'thanks',
  'Thank you so much!!',
  'ok thanks bye',
  '👍',
  '🙏🙏',
  'no thanks',
  'Great, have a nice day :)',
])('"%s" closes the conversation', (text) => {
  expect(smallTalkIn(text)?.kind).toBe('closing');
});

test.each(['help', 'Hi, I need help please', 'what can you do?', 'menu'])(
  '"%s" asks for orientation',
  (text) => {
    expect(smallTalkIn(text)?.kind).toBe('orientation');
  },
);

test.each([
  'thanks, and where is my order A-1042',
  'hi, where is my order?',
  'hello world in python',
  'good morning in German',
  'help me with my homework',
  'yes',
  '?',
  '',
])('"%s" is not small talk', (text) => {
  expect(smallTalkIn(text)).toBeUndefined();
});
